package org.prmlab.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;

/** Fields that several formats share. */
final class Fields {
  private static final int NO_ERROR = -1;

  private Fields() {}

  /** A non-empty list of steps; a step may be empty, as some sources have it. */
  static List<String> steps(JsonRecord record, String field) {
    List<String> steps = record.texts(field);
    if (steps.isEmpty()) {
      throw record.fault(field, "is an empty list; expected at least one step");
    }
    return steps;
  }

  /** ProcessBench's {@code label}: the 0-based index of the first wrong step, or -1. */
  static Verdict verdict(JsonRecord record, int steps) {
    int label = record.integer("label");
    if (label < NO_ERROR || label >= steps) {
      throw record.fault(
          "label",
          "is %d, but the record has %d steps; expected -1 (no error) or an index from 0 to %d"
              .formatted(label, steps, steps - 1));
    }
    return label == NO_ERROR ? Verdict.allCorrect() : Verdict.errorAt(label);
  }

  static int label(Verdict verdict) {
    return verdict.earliestError().orElse(NO_ERROR);
  }

  static void putExtra(LabeledSolution solution, ObjectNode record) {
    for (Map.Entry<String, String> field : solution.extra().entrySet()) {
      try {
        record.set(field.getKey(), Json.MAPPER.readTree(field.getValue()));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            "extra field '%s' of solution '%s' is no JSON text: %s"
                .formatted(field.getKey(), solution.solution().id(), Excerpt.of(field.getValue())),
            e);
      }
    }
  }
}
