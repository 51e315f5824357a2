package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.data.StepLabel;

/**
 * Labels of steps in the ways that people write them: booleans, 1 and 0, 1 and -1, fractions, the
 * signs + and -, words such as "correct", a box with one of these, or counts of rollouts; -100,
 * {@code null} and an empty text for no label.
 *
 * <p>Whether 0 is wrong or neutral cannot be told where -1 is written too: such a file is refused,
 * and its labels are to be read as ratings.
 */
final class MappedLabels {
  private static final int MASK = -100;
  private static final Pattern BOX = Pattern.compile("\\\\boxed\\{\\s*(?:\\\\text\\{)?([^{}]*)}");

  /** The first -1 and the first 0 of the labels so far. */
  private final AtomicReference<String> minus = new AtomicReference<>("");

  private final AtomicReference<String> zero = new AtomicReference<>("");

  /** One label a step. */
  List<StepLabel> labels(JsonRecord record, List<FieldPath.Value> values, int steps) {
    checkCount(record, values, steps);
    boolean fractions =
        values.stream()
            .map(v -> number(v.node()))
            .flatMap(Optional::stream)
            .anyMatch(n -> n > 0 && n < 1);
    List<StepLabel> labels = new ArrayList<>(values.size());
    for (FieldPath.Value value : values) {
      labels.add(
          value.isMissing() ? StepLabel.Unlabeled.UNLABELED : label(record, value, fractions));
    }
    return labels;
  }

  /** One rating a step. */
  static List<StepLabel> ratings(JsonRecord record, List<FieldPath.Value> values, int steps) {
    checkCount(record, values, steps);
    List<StepLabel> labels = new ArrayList<>(values.size());
    for (FieldPath.Value value : values) {
      Optional<Double> number = number(value.node());
      if (value.isMissing() || number.equals(Optional.of((double) MASK))) {
        labels.add(StepLabel.Unlabeled.UNLABELED);
      } else {
        double rating = number.orElse(Double.NaN);
        record.checked(
            rating == -1 || rating == 0 || rating == 1, value.field(), value.node(), "-1, 0 or 1");
        labels.add(
            rating > 0
                ? StepLabel.Rating.POSITIVE
                : rating < 0 ? StepLabel.Rating.NEGATIVE : StepLabel.Rating.NEUTRAL);
      }
    }
    return labels;
  }

  /** Whether a value says yes or no; empty if it is missing. */
  static Optional<Boolean> flag(JsonRecord record, FieldPath.Value value) {
    if (value.isMissing()) {
      return Optional.empty();
    }
    String expected = "true or false, 1 or 0, or a word such as correct or wrong";
    Optional<Double> number = number(value.node());
    if (number.isPresent()) {
      record.checked(number.get() == 0 || number.get() == 1, value.field(), value.node(), expected);
      return Optional.of(number.get() == 1);
    }
    Optional<Boolean> said =
        value.node().isBoolean()
            ? Optional.of(value.node().booleanValue())
            : word(value.node().asText());
    record.checked(said.isPresent(), value.field(), value.node(), expected);
    return said;
  }

  private static void checkCount(JsonRecord record, List<FieldPath.Value> values, int steps) {
    if (values.size() != steps) {
      String field =
          values.isEmpty() ? "label" : values.get(0).field().replaceFirst("\\[\\d+].*$", "");
      throw record
          .fault(
              field,
              "has %d labels for %d steps; expected one a step. Are the steps divided in another way?"
                  .formatted(values.size(), steps))
          .mendedBy(ReadingChoice.STEP_DIVISION);
    }
  }

  private StepLabel label(JsonRecord record, FieldPath.Value value, boolean fractions) {
    JsonNode node = value.node();
    if (node.isObject()) {
      return LabelValues.read(record, value.field(), node);
    }
    Optional<Double> number = number(node);
    if (number.isPresent()) {
      return ofNumber(record, value, number.get(), fractions);
    }
    if (node.isTextual() && node.asText().isBlank()) {
      return StepLabel.Unlabeled.UNLABELED;
    }
    Optional<Boolean> said =
        node.isBoolean() ? Optional.of(node.booleanValue()) : word(node.asText());
    record.checked(
        said.isPresent(),
        value.field(),
        node,
        "true or false, 1, 0 or -1, a fraction, + or -, or a word such as correct or wrong");
    return Fields.hard(said.orElseThrow());
  }

  private StepLabel ofNumber(
      JsonRecord record, FieldPath.Value value, double number, boolean fractions) {
    if (number == MASK) {
      return StepLabel.Unlabeled.UNLABELED;
    }
    record.checked(
        number == -1 || (number >= 0 && number <= 1),
        value.field(),
        value.node(),
        "a number from 0 to 1, -1 for wrong, or -100 for no label");
    checkZero(record, value, number);
    return fractions && number >= 0 ? StepLabel.soft(number) : Fields.hard(number > 0);
  }

  private void checkZero(JsonRecord record, FieldPath.Value value, double number) {
    String place = "line " + record.line();
    if (number == -1) {
      minus.compareAndSet("", place);
    } else if (number == 0) {
      zero.compareAndSet("", place);
    }
    String firstMinus = Objects.requireNonNull(minus.get());
    String firstZero = Objects.requireNonNull(zero.get());
    if (!firstMinus.isEmpty() && !firstZero.isEmpty()) {
      throw record.fault(
          value.field(),
          "is %d, and the file has -1 (%s) and 0 (%s): 0 may be wrong or neutral. If neutral, read them as rating"
              .formatted((int) number, firstMinus, firstZero));
    }
  }

  /** A number, also one written as text. */
  private static Optional<Double> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.doubleValue());
    }
    if (node.isTextual() && node.asText().strip().matches("-?\\d+(\\.\\d+)?")) {
      return Optional.of(Double.valueOf(node.asText().strip()));
    }
    return Optional.empty();
  }

  private static Optional<Boolean> word(String text) {
    String said = text.strip();
    Matcher box = BOX.matcher(said);
    if (box.find()) {
      said = box.group(1).strip();
      if (box.find()) {
        return Optional.empty(); // two boxes: which one is meant is not known
      }
    }
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "+", "yes", "true", "correct", "right", "good", "positive", "1" -> Optional.of(true);
      case "-", "\u2212", "no", "false", "incorrect", "wrong", "bad", "negative", "0", "-1" ->
          Optional.of(false);
      default -> Optional.empty();
    };
  }
}
