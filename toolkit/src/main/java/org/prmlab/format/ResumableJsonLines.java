package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * A long result, one record a line, that outlives being killed: record k belongs to input k, named
 * by its {@code id}, and carries the {@code configuration} that made it. Lines are appended whole;
 * a partial last line is dropped when the file is opened again, and another configuration or
 * another input is refused.
 */
public final class ResumableJsonLines implements Closeable {
  private final String configuration;
  private final boolean wanted;
  private final AppendedLines lines;
  private int done;

  private ResumableJsonLines(String configuration, boolean wanted, AppendedLines lines, int done) {
    this.configuration = configuration;
    this.wanted = wanted;
    this.lines = lines;
    this.done = done;
  }

  /**
   * Opens a file, new or begun by an earlier run.
   *
   * @param configuration fingerprint of everything that decides the records
   * @param ids of the inputs, in order; only as many are asked for as there are records
   * @throws FormatException if the file holds something else, or another process writes to it
   */
  public static ResumableJsonLines open(Path path, String configuration, Iterator<String> ids) {
    boolean wanted = ids.hasNext();
    int[] done = {0};
    AppendedLines lines =
        AppendedLines.open(
            path,
            (place, line) -> {
              String where = path + ":" + (done[0] + 1);
              JsonNode record = JsonJournal.parse(where, line);
              JsonJournal.requireSame(where, record, configuration);
              requireId(where, record, ids.hasNext() ? ids.next() : "");
              done[0]++;
            });
    return new ResumableJsonLines(configuration, wanted, lines, done[0]);
  }

  /**
   * @param expected empty if no record should be there
   */
  private static void requireId(String where, JsonNode record, String expected) {
    String id = record.path("id").asText("");
    if (expected.isEmpty() || !id.equals(expected)) {
      throw FormatException.of(
          where,
          "has id '%s', the input there '%s'; results do not mix: choose another file"
              .formatted(Excerpt.of(id), expected.isEmpty() ? "(none)" : Excerpt.of(expected)));
    }
  }

  /** How many records are there. */
  public int done() {
    return done;
  }

  /**
   * Appends the next record; {@code id} and {@code configuration} are put in front of its fields.
   *
   * @param id of the next input
   * @throws UncheckedIOException if the disk fails
   */
  public void append(String id, ObjectNode record) {
    lines.append(line(id, configuration, record));
    done++;
  }

  /** A record as its line. */
  public static String line(String id, String configuration, ObjectNode record) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("id", id).put("configuration", configuration);
    line.setAll(record);
    return line.put("id", id).toString();
  }

  /** Closes the file; one that was to hold records and has none is removed. */
  @Override
  public void close() {
    if (done == 0 && wanted) {
      lines.remove();
    }
    lines.close();
  }
}
