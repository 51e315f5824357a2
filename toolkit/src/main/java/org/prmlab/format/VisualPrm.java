package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * VisualPRM400K (Wang et al. 2025, arXiv 2503.10291): a list {@code steps_with_score} with the
 * counts of rollouts after each step. Images are named in the record and are not loaded.
 */
record VisualPrm() implements RecordFormat {
  private static final Set<String> READ = Set.of("question", "answer", "steps_with_score");
  private static final double ROUNDING = 1e-3;

  @Override
  public String id() {
    return "visualprm";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("steps_with_score"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = new ArrayList<>();
    List<StepLabel> labels = new ArrayList<>();
    for (JsonRecord step : record.objects("steps_with_score")) {
      steps.add(step.text("step"));
      labels.add(rollouts(step));
    }
    if (steps.isEmpty()) {
      throw record.fault("steps_with_score", "is an empty list; expected at least one step");
    }
    Problem problem = new Problem("", record.filledText("question"), record.optionalText("answer"));
    Solution solution = Solution.of(Fields.numbered(this, record), problem, steps);
    return List.of(
        LabeledSolution.of(solution, new StepLabels("mc", labels)).withExtra(record.rest(READ)));
  }

  private static StepLabel rollouts(JsonRecord step) {
    StepLabel.MonteCarlo counts = Rollouts.read(step, "num_mc_correct", "num_mc_total");
    Optional<Double> score =
        step.has("score") ? Optional.of(step.number("score")) : Optional.empty();
    if (score.isPresent() && Math.abs(score.get() - counts.estimate()) > ROUNDING) {
      throw step.fault(
          "score",
          "is %s, but %d of %d rollouts are correct; expected their ratio"
              .formatted(score.get(), counts.correct(), counts.total()));
    }
    return counts;
  }
}
