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
 * PRMBench (Song et al. 2025, arXiv 2501.03124): solutions with planted errors of one class each.
 * {@code error_steps} counts from 1; every other step of {@code modified_process} is valid.
 *
 * <p>The class of the error is kept under {@code classification} of {@link
 * LabeledSolution#extra()}, together with the unmodified process.
 */
public record PrmBench() implements RecordFormat {
  private static final Set<String> READ =
      Set.of("idx", "modified_question", "modified_process", "error_steps");

  @Override
  public String id() {
    return "prmbench";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(READ);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = Fields.steps(record, "modified_process");
    List<StepLabel> labels =
        new ArrayList<>(steps.stream().map(s -> StepLabel.Hard.CORRECT).toList());
    for (int error : record.integers("error_steps")) {
      if (error < 1 || error > steps.size()) {
        throw record.fault(
            "error_steps",
            "names step %d, but modified_process has %d; expected 1 to %d, counted from 1"
                .formatted(error, steps.size(), steps.size()));
      }
      labels.set(error - 1, StepLabel.Hard.INCORRECT);
    }
    Problem problem = Problem.of("", record.filledText("modified_question"));
    Solution solution =
        new Solution(
            record.identity("idx"), problem, "", steps, Optional.empty(), Optional.empty());
    return List.of(
        LabeledSolution.of(solution, new StepLabels(id(), labels)).withExtra(record.rest(READ)));
  }

  /**
   * The error class of a solution that {@link #decode} made, e.g. {@code circular}.
   *
   * @throws IllegalArgumentException if the solution has none
   */
  public static String classification(LabeledSolution solution) {
    return Fields.extraText(solution, "classification");
  }
}
