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
 * Samples as search-and-learn stores them: one record a problem with a list of completions and
 * their step or outcome scores. Each completion is one solution; sample {@code k} of the file's
 * record {@code i} has the id {@code search-and-learn-i-k}.
 *
 * @param division how a text is taken apart into steps
 */
record SearchAndLearnSamples(StepDivision division) implements RecordFormat {
  private static final Set<String> READ =
      Set.of("problem", "answer", "completions", "scores", "unique_id");

  /** Paragraphs are steps. */
  public SearchAndLearnSamples() {
    this(StepDivision.PARAGRAPHS);
  }

  @Override
  public String id() {
    return "search-and-learn";
  }

  @Override
  public Set<ReadingChoice> choices() {
    return Set.of(ReadingChoice.STEP_DIVISION);
  }

  @Override
  public RecordFormat read(Reading reading) {
    return new SearchAndLearnSamples(reading.steps().orElse(division));
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("problem", "answer", "completions"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    Problem problem =
        new Problem(
            record.has("unique_id") ? record.identity("unique_id") : "",
            record.filledText("problem"),
            Optional.of(record.identity("answer")));
    SampleSteps steps = SampleSteps.of(record, "completions", "scores", division);
    Map<String, String> extra = record.rest(READ);
    List<LabeledSolution> solutions = new ArrayList<>();
    for (int i = 0; i < steps.samples(); i++) {
      String id = Fields.numbered(this, record) + "-" + i;
      LabeledSolution solution = LabeledSolution.of(Solution.of(id, problem, steps.of(i)));
      solutions.add(steps.scored(solution, i).withExtra(extra));
    }
    return solutions;
  }
}
