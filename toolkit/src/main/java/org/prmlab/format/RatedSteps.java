package org.prmlab.format;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.StepLabel.Rating;

/**
 * What a system says about the steps of one AgentProcessBench trajectory, as its evaluation stores
 * it: {@code {"total_index", "step_labels": {"2": 1, ...}}} by index of the message; a message
 * without a readable rating is left out or null.
 *
 * @param id identity of the trajectory
 * @param ratings by index of the message
 */
public record RatedSteps(String id, Map<Integer, Rating> ratings) {
  public RatedSteps {
    ratings = Map.copyOf(ratings);
  }

  /**
   * The ratings of a file, by id, in file order.
   *
   * @throws FormatException if the file or a record is bad, or two have the same id
   */
  public static Map<String, RatedSteps> read(Path path) {
    Map<String, RatedSteps> rows = new LinkedHashMap<>();
    RecordFile.forEach(
        path,
        record -> {
          RatedSteps row = of(record);
          if (rows.put(row.id(), row) != null) {
            throw record.fault(
                "total_index", "'" + row.id() + "' comes a second time; expected one row each");
          }
        });
    return rows;
  }

  private static RatedSteps of(JsonRecord record) {
    Map<Integer, Rating> ratings = new LinkedHashMap<>();
    if (record.has("step_labels")) {
      JsonRecord labels = record.object("step_labels");
      for (String index : labels.fields()) {
        if (!index.matches("\\d{1,9}")) {
          throw labels.fault(index, "is no index of a message; expected a number, counted from 0");
        }
        if (labels.has(index)) {
          ratings.put(Integer.parseInt(index), AgentProcessBench.rating(labels, index));
        }
      }
    }
    return new RatedSteps(record.identity("total_index"), ratings);
  }

  /** The ratings of these messages, in order; empty where there is none. */
  public List<Optional<Rating>> of(List<Integer> messages) {
    return messages.stream().map(m -> Optional.ofNullable(ratings.get(m))).toList();
  }
}
