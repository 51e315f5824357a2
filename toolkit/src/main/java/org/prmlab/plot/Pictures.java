package org.prmlab.plot;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Dimension;
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
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
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

  /** What can be painted at a size. */
  interface Painting {
    void paint(Graphics2D graphics, Dimension size);
  }

  /**
   * A painting as PNG.
   *
   * @param scale pixels for each point of its size
   */
  static byte[] png(Painting painting, Dimension size, double scale) {
    int width = (int) Math.round(size.width * scale);
    int height = (int) Math.round(size.height * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    painting.paint(graphics, size);
    graphics.dispose();
    return encoded(Palette.indexed(image));
  }

  /** As small as the format allows. */
  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam smallest = writer.getDefaultWriteParam();
    smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    smallest.setCompressionQuality(0);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), smallest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] png(Chart<?, ?> chart, double scale) {
    Dimension size = new Dimension(chart.getWidth(), chart.getHeight());
    return png((graphics, d) -> chart.paint(graphics, d.width, d.height), size, scale);
  }

  /** A painting as scalable vector graphics; the same bytes for the same one and fonts. */
  static String svg(Painting painting, Dimension size) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    painting.paint(graphics, size);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Processors.get("svg")
          .getDocument(graphics.getCommands(), new PageSize(size.width, size.height))
          .writeTo(out);
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
