package org.prmlab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * Counts as shades, with their numbers. Shades go with the logarithm, so that a cell of 4,000 does
 * not make all others white; the scale stands beside them. Rows are the series, from the top.
 */
record HeatMap(FigureData data) implements Panel {
  private static final Color PALE = new Color(0xE8F1F8);
  private static final Color DARK = new Color(0x08457E);
  private static final int LEFT = 96;
  private static final int BELOW = 44;
  private static final int SCALE = 62; // room for the scale at the right
  private static final int BAR = 14;
  private static final double READABLE = 0.55; // above it numbers are white
  private static final Font LABEL = HouseStyle.font(Font.PLAIN, 12);

  @Override
  public String heading() {
    return "";
  }

  @Override
  public int height() {
    return Math.max(160, Math.min(420, 50 + 34 * data.series().size()));
  }

  /** How dark a count is: 0 for none, which is white, and above 0 to 1 for the largest. */
  double shade(double count) {
    double most = most();
    return count <= 0 ? 0 : most <= 1 ? 1 : 0.08 + 0.92 * Math.log(count) / Math.log(most);
  }

  private double most() {
    return data.series().stream().flatMapToDouble(PlotSeries::drawn).max().orElse(0);
  }

  private static Color color(double shade) {
    return shade == 0
        ? Color.WHITE
        : new Color(
            mixed(PALE.getRed(), DARK.getRed(), shade),
            mixed(PALE.getGreen(), DARK.getGreen(), shade),
            mixed(PALE.getBlue(), DARK.getBlue(), shade));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    graphics.setFont(LABEL);
    double wide = (size.width - LEFT - SCALE) / (double) data.x().size();
    double high = (size.height - BELOW) / (double) data.series().size();
    for (int row = 0; row < data.series().size(); row++) {
      for (int column = 0; column < data.x().size(); column++) {
        Rectangle2D at =
            new Rectangle2D.Double(LEFT + column * wide, row * high, wide - 1.5, high - 1.5);
        cell(graphics, data.series().get(row).values().get(column), at);
      }
      graphics.setColor(Look.INK);
      String name = data.series().get(row).name();
      float end = LEFT - 8f - graphics.getFontMetrics().stringWidth(name);
      graphics.drawString(name, end, (float) (row * high + high / 2 + 4));
    }
    for (int column = 0; column < data.x().size(); column++) {
      graphics.setColor(Look.INK);
      Rectangle2D under =
          new Rectangle2D.Double(LEFT + column * wide, size.height - BELOW + 2.0, wide, 16);
      centred(graphics, data.x().get(column), under);
    }
    titles(graphics, size);
    scale(graphics, size);
  }

  private void cell(Graphics2D graphics, double count, Rectangle2D at) {
    double shade = shade(count);
    graphics.setColor(color(shade));
    graphics.fill(at);
    graphics.setColor(shade > READABLE ? Color.WHITE : Look.INK);
    centred(graphics, String.format(Locale.ROOT, "%,.0f", count), at);
  }

  private static void centred(Graphics2D graphics, String text, Rectangle2D in) {
    FontMetrics metrics = graphics.getFontMetrics();
    double x = in.getCenterX() - metrics.stringWidth(text) / 2.0;
    graphics.drawString(text, (float) x, (float) (in.getCenterY() + 4));
  }

  private void titles(Graphics2D graphics, Dimension size) {
    Rectangle2D below =
        new Rectangle2D.Double(LEFT, size.height - 22.0, (double) size.width - LEFT - SCALE, 18);
    graphics.setColor(Look.INK);
    centred(graphics, data.xTitle(), below);
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(-Math.PI / 2);
    Rectangle2D left = new Rectangle2D.Double(-(size.height - BELOW), 0, size.height - BELOW, 16);
    centred(graphics, data.yTitle(), left);
    graphics.setTransform(upright);
  }

  /** A bar from 1 to the largest count, with powers of ten beside it. */
  private void scale(Graphics2D graphics, Dimension size) {
    double most = most();
    if (most <= 1) {
      return;
    }
    double x = size.width - SCALE + 8.0;
    double height = size.height - BELOW - 2.0;
    int parts = 60;
    for (int part = 0; part < parts; part++) {
      double share = (part + 0.5) / parts;
      graphics.setColor(color(shade(Math.pow(most, share))));
      graphics.fill(
          new Rectangle2D.Double(
              x, height * (1 - (part + 1.0) / parts), BAR, height / parts + 0.5));
    }
    graphics.setColor(Look.INK);
    for (double count = 1; count <= most; count *= 10) {
      double y = height * (1 - Math.log(count) / Math.log(most));
      graphics.drawString(
          String.format(Locale.ROOT, "%,.0f", count),
          (float) (x + BAR + 5),
          (float) Math.max(10, Math.min(height, y + 4)));
    }
  }
}
