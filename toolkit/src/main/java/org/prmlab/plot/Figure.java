package org.prmlab.plot;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A chart with the sentence that says what it shows and the numbers it was drawn from.
 *
 * @param name file name without extension, e.g. {@code paper-figure-1}
 * @param caption one or two sentences; also the figure's text form
 * @param chart the drawing
 * @param data its numbers
 */
public record Figure(String name, String caption, Chart<?, ?> chart, FigureData data) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The picture at twice the pixels of its nominal size, sharp on any screen. */
  public byte[] png() {
    return png(2);
  }

  /**
   * The picture as PNG.
   *
   * @param scale pixels for each point of the nominal size, 640 x 400
   */
  public byte[] png(double scale) {
    return Pictures.png(chart, scale);
  }

  /** The picture as scalable vector graphics. */
  public String svg() {
    return Pictures.svg(chart);
  }

  /** The caption and every number drawn. */
  public String json() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", name);
    content.put("caption", caption);
    content.put("data", data);
    try {
      return JSON.writeValueAsString(content) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes {@code name.png}, {@code name.svg} and {@code name.json}.
   *
   * @return the three files
   */
  public List<Path> save(Path folder) {
    try {
      Files.createDirectories(folder);
      return List.of(
          Files.write(folder.resolve(name + ".png"), png()),
          Files.writeString(folder.resolve(name + ".svg"), svg()),
          Files.writeString(folder.resolve(name + ".json"), json()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The caption. */
  @Override
  public String toString() {
    return caption;
  }
}
