package org.prmlab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;

/**
 * A figure laid out: title, subtitle, the panels side by side, their legend, the caption. Lines of
 * text are broken to the width; the panels get the height that is left.
 */
final class FigureSheet {
  private static final int MARGIN = 14;
  private static final int LEAST_PANEL = 80;
  private static final int HEADING = 20;
  private static final Color PALE_INK = new Color(0x595959);

  private static final TextStyle TITLE =
      new TextStyle(HouseStyle.font(Font.BOLD, 15), Look.INK, 19);
  private static final TextStyle SUBTITLE =
      new TextStyle(HouseStyle.font(Font.PLAIN, 12), PALE_INK, 16);
  private static final TextStyle CAPTION =
      new TextStyle(HouseStyle.font(Font.PLAIN, 12), Look.INK, 16);
  private static final Font PANEL = HouseStyle.font(Font.BOLD, 12);

  private record TextStyle(Font font, Color color, int line) {}

  private final Figure figure;
  private final FigureLegend legend;

  FigureSheet(Figure figure) {
    this.figure = figure;
    this.legend = FigureLegend.of(figure.panels());
  }

  /** The height that gives each panel the one it wants. */
  static int height(Figure figure, Graphics2D graphics, int width) {
    FigureSheet sheet = new FigureSheet(figure);
    IntStream heights = figure.panels().stream().mapToInt(Panel::height);
    int panels = sheet.isStacked() ? heights.sum() : heights.max().orElse(0);
    int inner = width - 2 * MARGIN;
    return panels + sheet.above(graphics, inner) + sheet.below(graphics, inner) + MARGIN;
  }

  private boolean isStacked() {
    return figure.panels().stream().allMatch(Panel::isWide);
  }

  private int above(Graphics2D graphics, int width) {
    int text = height(graphics, figure.title(), TITLE, width);
    text += height(graphics, figure.subtitle(), SUBTITLE, width);
    return MARGIN - 4 + text + (text == 0 ? 0 : 4) + headings();
  }

  private int headings() {
    return figure.panels().stream().allMatch(p -> p.heading().isEmpty()) ? 0 : HEADING;
  }

  private int below(Graphics2D graphics, int width) {
    int caption = height(graphics, figure.fullCaption(), CAPTION, width);
    return legend.height(graphics, width) + (caption == 0 ? 0 : caption + 8);
  }

  private static int height(Graphics2D graphics, String text, TextStyle style, int width) {
    return TextLines.of(graphics.getFontMetrics(style.font()), text, width).size() * style.line();
  }

  /** Paints all of it; the graphics are left as they were. */
  void paint(Graphics2D outer, Dimension size) {
    Graphics2D graphics = (Graphics2D) outer.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, size.width, size.height));
    int width = size.width - 2 * MARGIN;
    double y = text(graphics, figure.title(), TITLE, new Column(width, MARGIN - 4));
    text(graphics, figure.subtitle(), SUBTITLE, new Column(width, y));
    int above = above(graphics, width);
    int below = below(graphics, width);
    int panels = Math.max(LEAST_PANEL, size.height - above - below - MARGIN);
    panels(graphics, new Rectangle2D.Double(MARGIN, above, width, panels));
    int keys = legend.height(graphics, width);
    legend.paint(graphics, new Rectangle2D.Double(MARGIN, (double) above + panels, width, keys));
    text(graphics, figure.fullCaption(), CAPTION, new Column(width, above + panels + keys + 6.0));
    graphics.dispose();
  }

  private record Column(int width, double top) {}

  private void panels(Graphics2D graphics, Rectangle2D area) {
    double shares = figure.panels().stream().mapToDouble(Panel::share).sum();
    double heights = figure.panels().stream().mapToInt(Panel::height).sum();
    double x = area.getX();
    double y = area.getY();
    for (Panel panel : figure.panels()) {
      double width = isStacked() ? area.getWidth() : area.getWidth() * panel.share() / shares;
      double height = isStacked() ? area.getHeight() * panel.height() / heights : area.getHeight();
      panel(graphics, panel, new Rectangle2D.Double(x, y, width, height));
      x += isStacked() ? 0 : width;
      y += isStacked() ? height : 0;
    }
  }

  private static void panel(Graphics2D graphics, Panel panel, Rectangle2D area) {
    graphics.setFont(PANEL);
    graphics.setColor(Look.INK);
    int wide = graphics.getFontMetrics().stringWidth(panel.heading());
    double start = Math.max(area.getX(), area.getMaxX() - wide - 8);
    graphics.drawString(panel.heading(), (float) start, (float) (area.getY() - 4));
    Graphics2D inner = (Graphics2D) graphics.create();
    inner.translate(area.getX(), area.getY());
    inner.setStroke(new BasicStroke(1));
    panel.paint(inner, new Dimension((int) area.getWidth(), (int) area.getHeight()));
    inner.dispose();
  }

  /** Draws lines of text; where the next would begin. */
  private static double text(Graphics2D graphics, String text, TextStyle style, Column column) {
    graphics.setFont(style.font());
    graphics.setColor(style.color());
    double y = column.top();
    for (String line : TextLines.of(graphics.getFontMetrics(), text, column.width())) {
      graphics.drawString(line, MARGIN, (float) (y + style.line() - 4));
      y += style.line();
    }
    return y;
  }
}
