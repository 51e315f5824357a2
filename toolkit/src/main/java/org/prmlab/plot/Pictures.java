package org.prmlab.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts as bytes. */
public final class Pictures {
  private static final Pattern CLIP_ID = Pattern.compile("clip-?\\d+");

  private Pictures() {}

  /**
   * A chart of the chart library, kept from callers as a plain object.
   *
   * @return its title and its picture; empty if {@code object} is no chart
   */
  public static Optional<Titled> ofChart(Object object, double scale) {
    return object instanceof Chart<?, ?> chart
        ? Optional.of(
            new Titled(chart.getTitle() == null ? "" : chart.getTitle(), png(chart, scale)))
        : Optional.empty();
  }

  /** A picture and the title of what it shows; the title may be empty. */
  public static final class Titled {
    private final String title;
    private final byte[] png;

    private Titled(String title, byte[] png) {
      this.title = title;
      this.png = png;
    }

    public String title() {
      return title;
    }

    public byte[] png() {
      return png.clone();
    }
  }

  /**
   * A chart as PNG.
   *
   * @param scale pixels for each point of the chart's nominal size
   */
  public static byte[] png(Chart<?, ?> chart, double scale) {
    int width = (int) Math.round(chart.getWidth() * scale);
    int height = (int) Math.round(chart.getHeight() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(Palette.indexed(image), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A chart as scalable vector graphics; the same bytes for the same chart and fonts. */
  public static String svg(Chart<?, ?> chart) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return withStableIds(out.toString(StandardCharsets.UTF_8));
  }

  /** The encoder names clip paths after object addresses; number them instead. */
  private static String withStableIds(String svg) {
    Map<String, String> ids = new LinkedHashMap<>();
    return CLIP_ID
        .matcher(svg)
        .replaceAll(id -> ids.computeIfAbsent(id.group(), k -> "clip-" + ids.size()));
  }
}
