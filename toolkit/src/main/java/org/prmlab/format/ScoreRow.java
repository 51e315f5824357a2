package org.prmlab.format;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Step scores kept apart from their solution: {@code {"id", "scores": [one number a step]}}.
 *
 * @param id identity of the solution
 * @param scores one number a step, in step order
 */
public record ScoreRow(String id, List<Double> scores) {
  public ScoreRow {
    scores = List.copyOf(scores);
  }

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
          ScoreRow row = of(record);
          if (rows.put(row.id(), row.scores()) != null) {
            throw record.fault(
                "id", "'" + row.id() + "' comes a second time; expected one row an id");
          }
        });
    return rows;
  }

  /**
   * Hands over the scores of every solution of a file, in file order; ids may come twice.
   *
   * @throws FormatException if the file or a record is bad
   */
  public static void forEach(Path path, Consumer<ScoreRow> action) {
    RecordFile.forEach(path, record -> action.accept(of(record)));
  }

  static ScoreRow of(JsonRecord record) {
    return new ScoreRow(record.identity("id"), record.numbers("scores"));
  }
}
