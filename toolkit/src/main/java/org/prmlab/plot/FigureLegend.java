package org.prmlab.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One legend for all panels of a figure, in as many lines as it needs. */
final class FigureLegend {
  static final int LINE = 20;
  private static final int KEY = 30;
  private static final int GAP = 18;
  private static final int MARKER = 8;
  private static final Font FONT = HouseStyle.font(Font.PLAIN, 12);

  private final List<LegendEntry> entries;

  private FigureLegend(List<LegendEntry> entries) {
    this.entries = entries;
  }

  /** What the panels' series mean, each name once. */
  static FigureLegend of(List<Panel> panels) {
    Map<String, LegendEntry> all = new LinkedHashMap<>();
    panels.forEach(p -> p.legend().forEach(e -> all.putIfAbsent(e.name(), e)));
    return new FigureLegend(List.copyOf(all.values()));
  }

  int height(Graphics2D graphics, int width) {
    return lines(graphics, width).size() * LINE;
  }

  private List<List<LegendEntry>> lines(Graphics2D graphics, int width) {
    FontMetrics metrics = graphics.getFontMetrics(FONT);
    List<List<LegendEntry>> lines = new ArrayList<>();
    int left = 0;
    for (LegendEntry entry : entries) {
      int needed = width(metrics, entry);
      if (lines.isEmpty() || left < needed) {
        lines.add(new ArrayList<>());
        left = width;
      }
      lines.get(lines.size() - 1).add(entry);
      left -= needed;
    }
    return lines;
  }

  private static int width(FontMetrics metrics, LegendEntry entry) {
    return KEY + 6 + metrics.stringWidth(entry.name()) + GAP;
  }

  /** Each line is centred. */
  void paint(Graphics2D graphics, Rectangle2D area) {
    FontMetrics metrics = graphics.getFontMetrics(FONT);
    double y = area.getY();
    for (List<LegendEntry> line : lines(graphics, (int) area.getWidth())) {
      double all = line.stream().mapToInt(e -> width(metrics, e)).sum() - GAP;
      double x = area.getX() + (area.getWidth() - all) / 2;
      for (LegendEntry entry : line) {
        paint(graphics, entry, x, y + LINE / 2.0);
        x += width(metrics, entry);
      }
      y += LINE;
    }
  }

  private static void paint(Graphics2D graphics, LegendEntry entry, double x, double middle) {
    graphics.setColor(entry.color());
    entry
        .line()
        .ifPresent(
            stroke -> {
              graphics.setStroke(stroke);
              graphics.draw(new Line2D.Double(x, middle, x + KEY, middle));
            });
    entry.marker().ifPresent(m -> m.paint(graphics, x + KEY / 2.0, middle, MARKER));
    if (entry.line().isEmpty() && entry.marker().isEmpty()) {
      graphics.fill(new Rectangle2D.Double(x + KEY - 14, middle - 7, 14, 14));
    }
    graphics.setColor(Look.INK);
    graphics.setFont(FONT);
    graphics.drawString(entry.name(), (float) (x + KEY + 6), (float) (middle + 4.5));
  }
}
