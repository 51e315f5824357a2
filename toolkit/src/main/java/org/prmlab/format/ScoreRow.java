package org.prmlab.format;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Step scores kept apart from their solutions: {@code {"id", "scores": [one number a step]}}. */
public final class ScoreRow {
  private ScoreRow() {}

  /**
   * The scores of every solution of a file, by id, in file order.
   *
   * @throws FormatException if the file or a record is bad, or two have the same id
   */
  public static Map<String, List<Double>> read(Path path) {
    Map<String, List<Double>> rows = new LinkedHashMap<>();
    RecordFile.forEach(
        path,
        record -> {
          String id = record.identity("id");
          if (rows.put(id, record.numbers("scores")) != null) {
            throw record.fault("id", "'" + id + "' comes a second time; expected one row an id");
          }
        });
    return rows;
  }
}
