package org.prmlab.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pictures of few colours in one byte a pixel: half the size of the same picture in three.
 *
 * <p>Charts have a handful of colours and the shades between them along their edges. The shades are
 * rounded to 32 levels a channel, which no eye sees on an edge.
 */
final class Palette {
  private static final int MOST = 256;

  private Palette() {}

  /** The picture with a palette, or the picture itself if it has too many colours. */
  static BufferedImage indexed(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> index = new LinkedHashMap<>();
    for (int pixel : pixels) {
      index.putIfAbsent(rounded(pixel), index.size());
      if (index.size() > MOST) {
        return image;
      }
    }
    byte[] places = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      places[i] = index.getOrDefault(rounded(pixels[i]), 0).byteValue();
    }
    int[] colors = index.keySet().stream().mapToInt(c -> c).toArray();
    BufferedImage small =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(colors));
    small.getRaster().setDataElements(0, 0, width, height, places);
    return small;
  }

  private static IndexColorModel model(int[] colors) {
    return new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  /** Five bits a channel, the lowest spread so that black and white stay as they are. */
  private static int rounded(int rgb) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int level = (rgb >> shift & 0xff) >> 3;
      result |= (level << 3 | level >> 2) << shift;
    }
    return result;
  }
}
