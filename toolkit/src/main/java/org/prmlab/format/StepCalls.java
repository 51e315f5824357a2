package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system says about every step of one solution: {@code {"id", "labels": [1, 0, null]}},
 * right, wrong, and not readable.
 *
 * @param id identity of the solution
 * @param right one a step, in step order; empty where it could not be read
 */
public record StepCalls(String id, List<Optional<Boolean>> right) {
  public StepCalls {
    right = List.copyOf(right);
  }

  /**
   * The rows of a file, by id, in file order.
   *
   * @throws FormatException if the file or a record is bad, or two have the same id
   */
  public static Map<String, StepCalls> read(Path path) {
    Map<String, StepCalls> rows = new LinkedHashMap<>();
    RecordFile.forEach(
        path,
        record -> {
          StepCalls row = of(record);
          if (rows.put(row.id(), row) != null) {
            throw record.fault(
                "id", "'" + row.id() + "' comes a second time; expected one row an id");
          }
        });
    return rows;
  }

  private static StepCalls of(JsonRecord record) {
    List<Optional<Boolean>> right = new ArrayList<>();
    for (JsonNode label : record.items("labels")) {
      boolean binary = label.isBoolean() || (label.isInt() && (label.intValue() & ~1) == 0);
      record.checked(label.isNull() || binary, "labels", label, "1, 0 or null");
      right.add(label.isNull() ? Optional.empty() : Optional.of(label.asBoolean()));
    }
    return new StepCalls(record.identity("id"), right);
  }
}
