package org.prmlab.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.prmlab.findings.ClaimKind;
import org.prmlab.findings.Conclusion;
import org.prmlab.findings.Finding;
import org.prmlab.stats.Estimate;

/** One claim in a forest plot. */
record ForestRow(Finding finding, ForestAxis axis) {
  static final String MARGIN = "margin or bound asked";
  static final Font PLAIN = HouseStyle.font(Font.PLAIN, 12);
  static final Font BOLD = HouseStyle.font(Font.BOLD, 12);
  private static final int LINE = 15;
  private static final int AROUND = 9;
  private static final int WORDS = 250; // points that the words have at least
  private static final int MARKER = 9;
  private static final Color BAND = new Color(0xCFE3F1);
  private static final Color WORLD = new Color(0x33, 0x33, 0x33, 120);

  /** How high it is: as many lines as its words need. */
  static int height(Finding finding) {
    return lines(finding, WORDS).size() * LINE + AROUND;
  }

  private static List<String> lines(Finding finding, int width) {
    return TextLines.of(TextLines.metrics(PLAIN), words(finding), width);
  }

  /** The claim, and what is asked of its number where that is not to be above 0. */
  static String words(Finding finding) {
    String asked = finding.posed().asked();
    String more = asked.equals("above 0") ? "" : "; " + asked;
    return finding.id() + "  " + finding.claim() + more;
  }

  /** What the marks mean. */
  static List<LegendEntry> legend() {
    Optional<Marker> dot = Optional.of(SeriesMarkers.CIRCLE);
    return List.of(
        LegendEntry.line("mean and 95 % interval", look(Conclusion.HOLDS)),
        new LegendEntry("one world", WORLD, Optional.empty(), dot),
        new LegendEntry(
            "the paper's number", Look.INK, Optional.empty(), Optional.of(SeriesMarkers.CROSS)),
        new LegendEntry(MARGIN, BAND, Optional.empty(), Optional.empty()));
  }

  /** A colour and a marker for each word. */
  static Look look(Conclusion conclusion) {
    return switch (conclusion) {
      case HOLDS -> new Look(Look.BLUE, 0);
      case EQUIVALENT -> new Look(Look.GREEN, 2);
      case DOES_NOT_HOLD -> new Look(Look.VERMILION, 1);
      case UNDECIDED -> new Look(Look.GREY, 3);
    };
  }

  /** Paints it below this height. */
  void paint(Graphics2D graphics, double top) {
    int height = height(finding);
    double middle = top + height / 2.0;
    bound(graphics, top + 2, height - 4.0);
    words(graphics, middle);
    Look look = look(finding.conclusion());
    interval(graphics, look, middle - 2);
    graphics.setColor(WORLD);
    for (double value : finding.values()) {
      graphics.fill(new Ellipse2D.Double(axis.x(value) - 2.5, middle + 3, 5, 5));
    }
    if (!Double.isNaN(finding.posed().paper())) {
      graphics.setColor(Look.INK);
      SeriesMarkers.CROSS.paint(graphics, axis.x(finding.posed().paper()), middle - 2, MARKER);
    }
  }

  /** The band of an equivalence, or the bound where it is not 0. */
  private void bound(Graphics2D graphics, double top, double height) {
    double bound = finding.posed().bound();
    graphics.setColor(BAND);
    if (finding.posed().kind() == ClaimKind.WITHIN) {
      double left = axis.x(-bound);
      graphics.fill(new Rectangle2D.Double(left, top, axis.x(bound) - left, height));
    } else if (bound != 0) {
      graphics.fill(new Rectangle2D.Double(axis.x(bound) - 2, top, 4, height));
    }
  }

  private void words(Graphics2D graphics, double middle) {
    graphics.setColor(Look.INK);
    graphics.setFont(PLAIN);
    List<String> lines = lines(finding, Math.min(WORDS, axis.words()));
    double y = middle - (lines.size() - 1) * LINE / 2.0 + 4;
    for (String line : lines) {
      graphics.drawString(line, 0, (float) y);
      y += LINE;
    }
    FontMetrics metrics = graphics.getFontMetrics();
    float base = (float) (middle + 4);
    String paper = finding.paperText();
    graphics.drawString(paper, (float) (axis.paper() - metrics.stringWidth(paper)), base);
    String ours = finding.oursText();
    graphics.drawString(ours, (float) (axis.ours() - metrics.stringWidth(ours)), base);
    graphics.setColor(look(finding.conclusion()).color().darker());
    graphics.setFont(BOLD);
    graphics.drawString(finding.conclusion().toString(), (float) axis.verdict(), base);
  }

  private void interval(Graphics2D graphics, Look look, double y) {
    Estimate ours = finding.ours();
    graphics.setColor(look.color());
    graphics.setStroke(HouseStyle.intervalLine());
    if (ours.isKnown()) {
      graphics.draw(new Line2D.Double(axis.x(ours.low()), y, axis.x(ours.high()), y));
      if (ours.low() < axis.low()) {
        arrow(graphics, axis.x(axis.low()), y, -1);
      }
      if (ours.high() > axis.high()) {
        arrow(graphics, axis.x(axis.high()), y, 1);
      }
    }
    look.marker().paint(graphics, axis.x(ours.value()), y, MARKER);
  }

  /** The interval goes on beyond the axis. */
  private static void arrow(Graphics2D graphics, double x, double y, int direction) {
    Path2D head = new Path2D.Double();
    head.moveTo(x + 6.0 * direction, y);
    head.lineTo(x, y - 4);
    head.lineTo(x, y + 4);
    head.closePath();
    graphics.fill(head);
  }
}
