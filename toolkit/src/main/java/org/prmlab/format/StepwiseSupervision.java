package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * TRL's stepwise supervision: {@code prompt}, {@code completions} and one label in {@code labels}
 * for each: {@code true} or {@code false}, 1 or 0, or a fraction, which makes all numbers of the
 * record soft labels; -100 (TRL's mask) and {@code null} for none. A prompt may be a chat with one
 * turn of the user's.
 */
record StepwiseSupervision() implements WritableFormat {
  private static final int MASK = -100;
  private static final Set<String> FIELDS = Set.of("prompt", "completions", "labels");

  @Override
  public String id() {
    return "trl";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(FIELDS);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = Fields.steps(record, "completions");
    Problem problem = Problem.of("", prompt(record));
    StepLabels labels = new StepLabels(id(), labels(record, steps.size()));
    return List.of(
        LabeledSolution.of(Solution.of(Fields.numbered(this, record), problem, steps), labels)
            .withExtra(record.rest(FIELDS)));
  }

  private static String prompt(JsonRecord record) {
    if (!record.value("prompt").isArray()) {
      return record.filledText("prompt");
    }
    List<JsonRecord> turns =
        record.objects("prompt").stream().filter(t -> t.text("role").equals("user")).toList();
    if (turns.size() != 1) {
      throw record.fault(
          "prompt", "is a chat with %d turns of the user; expected one".formatted(turns.size()));
    }
    return turns.get(0).filledText("content");
  }

  private static List<StepLabel> labels(JsonRecord record, int steps) {
    List<JsonNode> values = record.items("labels");
    Fields.sameLength(record, "labels", values.size(), steps);
    boolean soft = values.stream().map(JsonNode::doubleValue).anyMatch(v -> v > 0 && v < 1);
    List<StepLabel> labels = new ArrayList<>(steps);
    for (JsonNode value : values) {
      String field = "labels[" + labels.size() + "]";
      boolean none = value.isNull() || (value.isNumber() && value.doubleValue() == MASK);
      labels.add(none ? StepLabel.Unlabeled.UNLABELED : label(record, field, value, soft));
    }
    return labels;
  }

  private static StepLabel label(JsonRecord record, String field, JsonNode value, boolean soft) {
    if (value.isBoolean()) {
      return Fields.hard(value.booleanValue());
    }
    double number = value.doubleValue();
    record.checked(
        value.isNumber() && number >= 0 && number <= 1,
        field,
        value,
        "true or false, 1 or 0, a fraction, or -100 or null for no label");
    return soft ? StepLabel.soft(number) : Fields.hard(number == 1);
  }

  @Override
  public Set<SolutionPart> carries() {
    return EnumSet.of(SolutionPart.STEP_LABELS, SolutionPart.EXTRA_FIELDS);
  }

  @Override
  public void encode(LabeledSolution labeled, Conversion conversion, ObjectNode record)
      throws Unwritable {
    List<StepLabel.Hard> labels = conversion.hardLabels(labeled);
    record.put("prompt", labeled.solution().problem().text());
    Fields.put(record, "completions", labeled.solution().steps().subList(0, labels.size()));
    ArrayNode flags = record.putArray("labels");
    labels.forEach(label -> flags.add(label == StepLabel.Hard.CORRECT));
    Fields.putExtra(labeled, record, FIELDS);
  }
}
