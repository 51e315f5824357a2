package org.prmlab.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;

/**
 * Hard2Verify (Pandit et al. 2025, arXiv 2510.13744): solutions with a human label, 1 right and 0
 * wrong, for every step. A step that rests on a wrong one is wrong. {@code
 * human_labels_first_error_idx} counts from 0, {@code -1} for none; it must agree with the labels.
 *
 * <p>The published file hides four fields from crawlers ({@link CanaryText}); they are read as they
 * are, and so is a file in which they are open.
 */
public record Hard2Verify() implements RecordFormat {
  private static final String STEPS = "model_response_by_step";
  private static final String LABELS = "human_labels";
  private static final String FIRST_ERROR = "human_labels_first_error_idx";
  private static final Set<String> READ =
      Set.of("unique_id", "question", STEPS, LABELS, FIRST_ERROR, "canary");

  @Override
  public String id() {
    return "hard2verify";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("unique_id", "question", STEPS, LABELS));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = new ArrayList<>();
    for (JsonNode step : list(record, STEPS)) {
      steps.add(record.checked(step.isTextual(), STEPS, step, "texts").asText());
    }
    if (steps.isEmpty()) {
      throw record.fault(STEPS, "is an empty list; expected at least one step");
    }
    Problem problem =
        Problem.of(
            record.has("question_id") ? record.identity("question_id") : "", question(record));
    Solution solution =
        new Solution(
            record.identity("unique_id"), problem, "", steps, Optional.empty(), Optional.empty());
    StepLabels labels = new StepLabels(id(), labels(record, steps.size()));
    Verdict verdict = verdict(record, labels);
    return List.of(
        LabeledSolution.of(solution, labels).withVerdict(verdict).withExtra(record.rest(READ)));
  }

  private static String question(JsonRecord record) {
    String text = opened(record, "question", record.filledText("question"));
    try { // hidden texts are JSON, open ones are not
      JsonNode json = Json.MAPPER.readTree(text);
      return json.isTextual() ? json.asText() : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static List<StepLabel> labels(JsonRecord record, int steps) {
    List<StepLabel> labels = new ArrayList<>();
    for (JsonNode label : list(record, LABELS)) {
      boolean fits = label.isBoolean() || (label.isInt() && (label.intValue() & ~1) == 0);
      boolean right = record.checked(fits, LABELS, label, "1 or 0").asBoolean();
      labels.add(right ? StepLabel.Hard.CORRECT : StepLabel.Hard.INCORRECT);
    }
    Fields.sameLength(record, LABELS, labels.size(), steps);
    return labels;
  }

  private static Verdict verdict(JsonRecord record, StepLabels labels) {
    int first = labels.values().indexOf(StepLabel.Hard.INCORRECT);
    if (record.has(FIRST_ERROR)) {
      JsonNode stated = json(record, FIRST_ERROR);
      if (!stated.isIntegralNumber() || stated.intValue() != first) {
        throw record.fault(
            FIRST_ERROR,
            "is %s, but the first 0 of %s has index %d; expected the same, counted from 0, or -1"
                .formatted(stated, LABELS, first));
      }
    }
    return first < 0 ? Verdict.allCorrect() : Verdict.errorAt(first);
  }

  private static JsonNode list(JsonRecord record, String field) {
    JsonNode node = json(record, field);
    return record.checked(node.isArray(), field, node, "a list");
  }

  /** A field as it is, or what a hidden text holds. */
  private static JsonNode json(JsonRecord record, String field) {
    JsonNode node = record.node(field);
    if (!node.isTextual()) {
      return node;
    }
    String text = opened(record, field, node.asText());
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw record.fault(
          field, "is a text that does not open with the record's canary; expected a list");
    }
  }

  private static String opened(JsonRecord record, String field, String text) {
    if (!record.has("canary")) {
      return text;
    }
    try {
      return CanaryText.read(text, record.text("canary"));
    } catch (IllegalArgumentException e) {
      if (field.equals("question")) {
        return text; // an open one, with the canary still there
      }
      throw record.fault(field, "is neither open nor base64; is the file damaged?");
    }
  }
}
