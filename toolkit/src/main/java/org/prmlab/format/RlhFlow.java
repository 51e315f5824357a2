package org.prmlab.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * RLHFlow's PRM training data: a conversation in which the user says one step a turn and the
 * assistant answers {@code +} or {@code -}. The first turn is the question, a blank and the first
 * step.
 *
 * <p>The published files begin that step with {@code Step 1:}, and the last such mark divides the
 * turn. The writer adds a field {@code question} that divides it exactly.
 */
public record RlhFlow() implements WritableFormat {
  private static final Set<String> FIELDS = Set.of("conversations", "question");
  private static final String FIRST_STEP = "Step 1:";

  @Override
  public String id() {
    return "rlhflow";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("conversations"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<JsonRecord> turns = record.objects("conversations");
    if (turns.isEmpty() || turns.size() % 2 != 0) {
      throw record.fault(
          "conversations",
          "has %d turns; expected pairs of a step and its label".formatted(turns.size()));
    }
    List<String> steps = new ArrayList<>();
    List<StepLabel> labels = new ArrayList<>();
    for (int i = 0; i < turns.size(); i += 2) {
      steps.add(content(turns.get(i), "user"));
      labels.add(label(turns.get(i + 1)));
    }
    String question = question(record, turns.get(0), steps.get(0));
    steps.set(0, steps.get(0).substring(question.length() + 1));
    Solution solution = Solution.of(Fields.numbered(this, record), Problem.of("", question), steps);
    return List.of(
        LabeledSolution.of(solution, new StepLabels(id(), labels)).withExtra(record.rest(FIELDS)));
  }

  private static String content(JsonRecord turn, String role) {
    if (!turn.text("role").equals(role)) {
      throw turn.fault("role", "is '%s'; expected %s".formatted(turn.text("role"), role));
    }
    return turn.text("content");
  }

  private static StepLabel label(JsonRecord turn) {
    return switch (content(turn, "assistant")) {
      case "+" -> StepLabel.Hard.CORRECT;
      case "-" -> StepLabel.Hard.INCORRECT;
      default ->
          throw turn.fault(
              "content", "is '%s'; expected + or -".formatted(Excerpt.of(turn.text("content"))));
    };
  }

  private static String question(JsonRecord record, JsonRecord turn, String content) {
    Optional<String> given = record.optionalText("question");
    if (given.isPresent() && !content.startsWith(given.get() + " ")) {
      throw turn.fault("content", "does not begin with the record's question and a blank");
    }
    int first = content.lastIndexOf(" " + FIRST_STEP);
    if (given.isEmpty() && first < 0) {
      throw turn.fault(
          "content", "has no 'Step 1:' after a blank; cannot tell the question from the step");
    }
    String question = given.orElseGet(() -> content.substring(0, first));
    if (question.isBlank()) {
      throw turn.fault("content", "has no question before its first step");
    }
    return question;
  }

  @Override
  public Set<SolutionPart> carries() {
    return EnumSet.of(SolutionPart.STEP_LABELS, SolutionPart.EXTRA_FIELDS);
  }

  @Override
  public void encode(LabeledSolution labeled, Conversion conversion, ObjectNode record)
      throws Unwritable {
    List<StepLabel.Hard> labels = conversion.hardLabels(labeled);
    Solution solution = labeled.solution();
    String question = solution.problem().text();
    ArrayNode turns = record.putArray("conversations");
    for (int i = 0; i < labels.size(); i++) {
      String step = i == 0 ? question + " " + solution.steps().get(i) : solution.steps().get(i);
      turns.addObject().put("role", "user").put("content", step);
      turns.addObject().put("role", "assistant").put("content", sign(labels.get(i)));
    }
    record.put("question", question);
    Fields.putExtra(labeled, record);
  }

  private static String sign(StepLabel.Hard label) {
    return label == StepLabel.Hard.CORRECT ? "+" : "-";
  }
}
