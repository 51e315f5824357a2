package org.prmlab.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Pictures of few colours in one byte a pixel: half the size of the same picture in three.
 *
 * <p>Charts have a handful of colours and the shades between them along their edges. The shades are
 * rounded to 16 levels a channel, which no eye sees on an edge; colours of areas are kept.
 */
final class Palette {
  private static final int MOST = 256;
  private static final int AREA = 2000; // a colour of at least this part of a picture is an area
  private static final int WITHOUT_ALPHA = 0xffffff;

  private Palette() {}

  /** The picture with a palette, or the picture itself if it has too many colours. */
  static BufferedImage indexed(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Set<Integer> areas = areas(pixels);
    Map<Integer, Integer> index = new LinkedHashMap<>();
    for (int pixel : pixels) {
      index.putIfAbsent(kept(pixel, areas), index.size());
      if (index.size() > MOST) {
        return image;
      }
    }
    byte[] places = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      places[i] = index.getOrDefault(kept(pixels[i], areas), 0).byteValue();
    }
    int[] colors = index.keySet().stream().mapToInt(c -> c).toArray();
    BufferedImage small =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(colors));
    small.getRaster().setDataElements(0, 0, width, height, places);
    return small;
  }

  /** Colours of areas, not of edges: rounded, shades of one hue would look like several. */
  private static Set<Integer> areas(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    counts.values().removeIf(count -> count < pixels.length / AREA);
    return counts.size() > MOST / 2 ? Set.of() : counts.keySet();
  }

  private static int kept(int pixel, Set<Integer> areas) {
    return areas.contains(pixel) ? pixel & WITHOUT_ALPHA : rounded(pixel);
  }

  private static IndexColorModel model(int[] colors) {
    return new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  /** Four bits a channel, spread so that black and white stay as they are. */
  private static int rounded(int rgb) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int level = Math.min(15, ((rgb >> shift & 0xff) + 8) / 17);
      result |= (level * 17) << shift;
    }
    return result;
  }
}
