package org.prmlab.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
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

  /** One number a step, or fewer if the source truncated the solution. */
  static List<Double> atMost(int steps, JsonRecord record, String field) {
    List<Double> numbers = record.numbers(field);
    if (numbers.size() > steps) {
      throw record.fault(
          field,
          "has %d scores for %d steps; expected at most one a step"
              .formatted(numbers.size(), steps));
    }
    return numbers;
  }

  /** Two lists of one record that must be of one length. */
  static void sameLength(JsonRecord record, String field, int found, int expected) {
    if (found != expected) {
      throw record.fault(
          field,
          "has %d entries; expected %d, one for each of the others".formatted(found, expected));
    }
  }

  /** An identity where the format gives none: the name of the format and the record's place. */
  static String numbered(RecordFormat format, JsonRecord record) {
    return format.id() + "-" + record.index();
  }

  static void put(ObjectNode record, String field, Iterable<String> texts) {
    texts.forEach(record.putArray(field)::add);
  }

  static int label(Verdict verdict) {
    return verdict.earliestError().orElse(NO_ERROR);
  }

  static StepLabel hard(boolean correct) {
    return correct ? StepLabel.Hard.CORRECT : StepLabel.Hard.INCORRECT;
  }

  /** A field that no reader knew, as text. */
  static String extraText(LabeledSolution solution, String field) {
    String json = solution.extra().getOrDefault(field, "");
    if (!json.startsWith("\"")) {
      throw new IllegalArgumentException(
          "solution '%s' has no text in a field '%s'".formatted(solution.solution().id(), field));
    }
    return extra(solution, field, json).asText();
  }

  /**
   * Writes the fields that no reader knew. One that is named like a field of the format gets {@code
   * source_} before its name, whether this record has that field or not: else it would be read as
   * what it is not.
   *
   * @param names of all fields that the format reads
   */
  static void putExtra(LabeledSolution solution, ObjectNode record, Set<String> names) {
    for (Map.Entry<String, String> field : solution.extra().entrySet()) {
      String name = field.getKey();
      while (record.has(name) || names.contains(name)) {
        name = "source_" + name;
      }
      record.set(name, extra(solution, field.getKey(), field.getValue()));
    }
  }

  private static JsonNode extra(LabeledSolution solution, String field, String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "extra field '%s' of solution '%s' is no JSON text: %s"
              .formatted(field, solution.solution().id(), Excerpt.of(json)),
          e);
    }
  }
}
