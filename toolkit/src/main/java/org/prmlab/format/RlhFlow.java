package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
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
 * turn. The Deepseek set has no marks: there the caller says where the question ends. The writer
 * adds a field {@code question} that divides the turn exactly.
 *
 * @param questionEnd where the question ends in the first turn
 */
record RlhFlow(QuestionEnd questionEnd) implements WritableFormat {
  private static final Set<String> FIELDS = Set.of("conversations", "question");
  private static final String FIRST_STEP = "Step 1:";

  /** The question ends before the mark {@code Step 1:}. */
  public RlhFlow() {
    this(QuestionEnd.marked());
  }

  @Override
  public Set<ReadingChoice> choices() {
    return Set.of(ReadingChoice.QUESTION_END);
  }

  @Override
  public RecordFormat read(Reading reading) {
    return new RlhFlow(reading.questionEnd().orElse(questionEnd));
  }

  @Override
  public String id() {
    return "rlhflow";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    JsonNode first = record.value("conversations").path(0);
    return record.names(List.of("conversations"))
        && (!first.isObject() || first.path("role").asText().equals("user"));
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
    QuestionEnd.Parts parts = parts(record, turns.get(0), steps.get(0));
    String question = parts.question();
    steps.set(0, parts.rest());
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

  private QuestionEnd.Parts parts(JsonRecord record, JsonRecord turn, String content) {
    if (record.has("question") || questionEnd.isMarked()) {
      String question = question(record, turn, content);
      return new QuestionEnd.Parts(question, content.substring(question.length() + 1));
    }
    return questionEnd
        .split(content)
        .orElseThrow(
            () ->
                turn.fault(
                        "content",
                        "does not begin with a question that ends as was said; it is %s"
                            .formatted(Excerpt.of(content)))
                    .mendedBy(ReadingChoice.QUESTION_END));
  }

  private static String question(JsonRecord record, JsonRecord turn, String content) {
    Optional<String> given = record.optionalText("question");
    if (given.isPresent() && !content.startsWith(given.get() + " ")) {
      throw turn.fault("content", "does not begin with the record's question and a blank");
    }
    int first = content.lastIndexOf(" " + FIRST_STEP);
    if (given.isEmpty() && first < 0) {
      throw turn.fault(
              "content",
              "has no 'Step 1:' after a blank, so where the question ends is not known; name a text"
                  + " after which it does, or a file of the questions")
          .mendedBy(ReadingChoice.QUESTION_END);
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
    Fields.putExtra(labeled, record, FIELDS);
  }

  private static String sign(StepLabel.Hard label) {
    return label == StepLabel.Hard.CORRECT ? "+" : "-";
  }
}
