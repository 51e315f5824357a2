package org.prmlab.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Records in the order in which they came to be, one a line, that outlive being killed. Each
 * carries the {@code configuration} that made it; a partial last line is dropped when the file is
 * opened again, and another configuration is refused. Safe for use by several threads.
 */
public final class JsonJournal implements Closeable {
  private final Path path;
  private final String configuration;
  private final AppendedLines lines;

  private JsonJournal(Path path, String configuration, AppendedLines lines) {
    this.path = path;
    this.configuration = configuration;
    this.lines = lines;
  }

  /**
   * Where a record lies in the file.
   *
   * @param offset in bytes from the beginning
   * @param length in bytes
   */
  public record Place(long offset, int length) {}

  /**
   * Opens a file, new or begun by an earlier run.
   *
   * @param configuration fingerprint of everything that decides the records
   * @param earlier hears the records that are there
   * @throws FormatException if the file holds something else, or another process writes to it
   */
  public static JsonJournal open(
      Path path, String configuration, BiConsumer<Place, JsonNode> earlier) {
    int[] number = {0};
    AppendedLines lines =
        AppendedLines.open(
            path,
            (place, line) -> {
              String where = path + ":" + ++number[0];
              JsonNode record = parse(where, line);
              requireSame(where, record, configuration);
              earlier.accept(new Place(place.offset(), place.length()), record);
            });
    return new JsonJournal(path, configuration, lines);
  }

  static JsonNode parse(String where, String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw FormatException.of(where, Json.fault(e));
    }
  }

  static void requireSame(String where, JsonNode record, String configuration) {
    String found = record.path("configuration").asText("");
    if (!found.equals(configuration)) {
      throw FormatException.of(
          where,
          "was made by configuration '%s', this run is '%s'; results do not mix: choose another file"
              .formatted(Excerpt.of(found), configuration));
    }
  }

  /**
   * Appends a record; {@code configuration} is put in front of its fields.
   *
   * @throws UncheckedIOException if the disk fails
   */
  public Place append(ObjectNode record) {
    ObjectNode line = Json.MAPPER.createObjectNode().put("configuration", configuration);
    line.setAll(record);
    AppendedLines.Place place = lines.append(line.toString());
    return new Place(place.offset(), place.length());
  }

  /** A record that was there or was appended. */
  public JsonNode at(Place place) {
    return parse(
        path.toString(), lines.at(new AppendedLines.Place(place.offset(), place.length())));
  }

  @Override
  public void close() {
    lines.close();
  }
}
