package org.prmlab.plot;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The columns of a forest plot, and the axis of one of them.
 *
 * @param low where the axis begins
 * @param high where it ends
 * @param width of the whole plot, in points
 */
record ForestAxis(double low, double high, int width) {
  private static final int MOST_TICKS = 8;
  private static final double LEFT = 0.34; // of the width: the claims' words
  private static final double RIGHT = 0.6;
  private static final double PAPER = 0.66; // right end of the paper's number
  private static final double OURS = 0.87;

  static ForestAxis of(double[] ends, int width) {
    return new ForestAxis(ends[0], ends[1], width);
  }

  double x(double value) {
    double share = (value - low) / (high - low);
    return width * (LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, share)));
  }

  int words() {
    return (int) (width * LEFT) - 14;
  }

  double paper() {
    return width * PAPER;
  }

  double ours() {
    return width * OURS;
  }

  double verdict() {
    return width * OURS + 10;
  }

  /** 1, 2 or 5 times a power of ten, so that at most eight fit. */
  double step() {
    double least = (high - low) / MOST_TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(m -> m * power)
        .filter(s -> s >= least)
        .findFirst()
        .orElseThrow();
  }

  DoubleStream ticks() {
    double step = step();
    int first = (int) Math.ceil(low / step);
    int last = (int) Math.floor(high / step);
    return IntStream.rangeClosed(first, last).mapToDouble(i -> i * step);
  }

  void paintGrid(Graphics2D graphics, double top, double bottom) {
    graphics.setColor(HouseStyle.grid());
    graphics.setStroke(new BasicStroke(1));
    ticks().forEach(t -> graphics.draw(new Line2D.Double(x(t), top, x(t), bottom)));
  }

  void paintTicks(Graphics2D graphics, double bottom) {
    graphics.setFont(ForestRow.PLAIN);
    graphics.setColor(Look.INK);
    FontMetrics metrics = graphics.getFontMetrics();
    String format = step() < 0.1 ? "%.2f" : step() < 1 ? "%.1f" : "%.0f";
    ticks()
        .forEach(
            t -> {
              String label = String.format(Locale.ROOT, format, t + 0.0);
              double left = x(t) - metrics.stringWidth(label) / 2.0;
              graphics.drawString(label, (float) left, (float) (bottom + 15));
            });
  }

  /** What stands over the columns. */
  void heads(Graphics2D graphics, String unit) {
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString("claim", 0, 13);
    double middle = width * (LEFT + RIGHT) / 2 - metrics.stringWidth(unit) / 2.0;
    graphics.drawString(unit, (float) middle, 13);
    graphics.drawString("paper", (float) (paper() - metrics.stringWidth("paper")), 13);
    String ours = "worlds [95 %]";
    graphics.drawString(ours, (float) (ours() - metrics.stringWidth(ours)), 13);
    graphics.drawString("verdict", (float) verdict(), 13);
  }
}
