package org.prmlab.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The size of a whole figure, in points.
 *
 * @param height 0 for what the panels and the text need
 */
record FigureSize(int width, int height) {
  private static final int[] WIDTHS = {200, 4000};
  private static final int[] HEIGHTS = {150, 8000};

  static FigureSize withDefaults() {
    return new FigureSize(HouseStyle.WIDTH, 0);
  }

  static FigureSize of(int width, int height) {
    if (width < WIDTHS[0] || width > WIDTHS[1] || height < HEIGHTS[0] || height > HEIGHTS[1]) {
      throw new IllegalArgumentException(
          "size %d x %d; a width of %d to %d and a height of %d to %d expected"
              .formatted(width, height, WIDTHS[0], WIDTHS[1], HEIGHTS[0], HEIGHTS[1]));
    }
    return new FigureSize(width, height);
  }

  /** As high as the figure needs. */
  static FigureSize ofWidth(int width) {
    return new FigureSize(of(width, HEIGHTS[0]).width, 0);
  }

  Dimension of(Figure figure) {
    if (height > 0) {
      return new Dimension(width, height);
    }
    Graphics2D metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    int needed = FigureSheet.height(figure, metrics, width);
    metrics.dispose();
    return new Dimension(width, needed);
  }
}
