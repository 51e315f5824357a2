package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

/**
 * Samples as the Qwen2.5-Math evaluation stores them: one record a problem with a list of
 * responses, their answers, whether each is correct, and step or outcome scores where a model has
 * scored them.
 *
 * <p>Each response is one solution; sample {@code k} of problem {@code i} has the id {@code i-k}.
 * The scores stand under the name {@code pred_score}.
 *
 * @param division how a text is taken apart into steps
 */
record QwenSamples(StepDivision division) implements RecordFormat {
  private static final String SCORES = "pred_score";
  private static final Set<String> READ =
      Set.of("idx", "question", "gt", "response", "pred", "score", SCORES);

  /** Paragraphs are steps. */
  public QwenSamples() {
    this(StepDivision.PARAGRAPHS);
  }

  @Override
  public String id() {
    return "qwen-samples";
  }

  @Override
  public Set<ReadingChoice> choices() {
    return Set.of(ReadingChoice.STEP_DIVISION);
  }

  @Override
  public RecordFormat read(Reading reading) {
    return new QwenSamples(reading.steps().orElse(division));
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("idx", "question", "response", "score"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    String idx = record.identity("idx");
    Problem problem =
        new Problem(idx, record.filledText("question"), Optional.of(record.identity("gt")));
    List<String> responses = record.texts("response");
    List<Boolean> correct = record.flags("score");
    Fields.sameLength(record, "score", correct.size(), responses.size());
    List<String> answers = record.has("pred") ? record.texts("pred") : List.of();
    if (!answers.isEmpty()) {
      Fields.sameLength(record, "pred", answers.size(), responses.size());
    }
    SampleSteps steps = SampleSteps.of(record, "response", SCORES, division);
    Map<String, String> extra = record.rest(READ);
    List<LabeledSolution> solutions = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      Solution solution =
          new Solution(
              idx + "-" + i,
              problem,
              "",
              steps.of(i),
              answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(i)),
              Optional.of(correct.get(i)));
      solutions.add(steps.scored(LabeledSolution.of(solution), i).withExtra(extra));
    }
    return solutions;
  }
}
