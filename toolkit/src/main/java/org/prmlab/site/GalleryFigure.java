package org.prmlab.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A saved figure.
 *
 * @param name file name without extension; its picture and its numbers stand beside each other
 * @param caption what it shows
 */
public record GalleryFigure(String name, String caption) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads a figure's numbers file.
   *
   * @throws IllegalArgumentException if it has no name and caption
   */
  public static GalleryFigure read(Path file) {
    try {
      JsonNode json = JSON.readTree(file.toFile());
      if (!json.path("name").isTextual() || !json.path("caption").isTextual()) {
        throw new IllegalArgumentException(
            file + ": no name and caption; a figure saved by the toolkit expected");
      }
      return new GalleryFigure(json.get("name").asText(), json.get("caption").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " as a figure's numbers", e);
    }
  }
}
