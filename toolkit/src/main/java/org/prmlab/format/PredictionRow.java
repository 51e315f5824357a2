package org.prmlab.format;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.prmlab.data.Verdict;

/**
 * What a system predicts for one solution: {@code {"id", "prediction"}}, where -1 is "no error" and
 * {@code null} is "its output could not be read"; or {@code {"id", "outputs": [text]}} with the
 * outputs themselves.
 *
 * @param id identity of the solution
 * @param verdict the prediction; absent if it could not be read or only outputs are given
 * @param outputs what a critic wrote, one text a sample; empty if the prediction is given
 */
public record PredictionRow(String id, Optional<Verdict> verdict, List<String> outputs) {
  private static final int NO_ERROR = -1;

  public PredictionRow {
    outputs = List.copyOf(outputs);
  }

  /**
   * All predictions of a file, by id, in file order.
   *
   * @throws FormatException if the file or a record is bad, or two have the same id
   */
  public static Map<String, PredictionRow> read(Path path) {
    Map<String, PredictionRow> rows = new LinkedHashMap<>();
    RecordFile.forEach(
        path,
        record -> {
          PredictionRow row = of(record);
          if (rows.put(row.id(), row) != null) {
            throw record.fault(
                "id", "'" + row.id() + "' comes a second time; expected one row an id");
          }
        });
    return rows;
  }

  /**
   * Hands over every prediction of a file, in file order; ids may come twice.
   *
   * @throws FormatException if the file or a record is bad
   */
  public static void forEach(Path path, Consumer<PredictionRow> action) {
    RecordFile.forEach(path, record -> action.accept(of(record)));
  }

  static PredictionRow of(JsonRecord record) {
    String id = record.identity("id");
    if (record.has("outputs")) {
      return new PredictionRow(id, Optional.empty(), record.texts("outputs"));
    }
    if (!record.names(List.of("prediction"))) {
      throw record.fault("prediction", "is missing; expected an index from 0, -1 or null");
    }
    return new PredictionRow(
        id, record.has("prediction") ? Optional.of(verdict(record)) : Optional.empty(), List.of());
  }

  private static Verdict verdict(JsonRecord record) {
    int step = record.integer("prediction");
    if (step < NO_ERROR) {
      throw record.fault(
          "prediction", "is " + step + "; expected a step counted from 0, or -1 for no error");
    }
    return step == NO_ERROR ? Verdict.allCorrect() : Verdict.errorAt(step);
  }
}
