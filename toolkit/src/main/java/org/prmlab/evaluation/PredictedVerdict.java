package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;

/**
 * What a system says about a solution, beside the truth.
 *
 * @param solution the solution judged
 * @param truth the reference verdict
 * @param predicted the system's; absent if its output could not be read, which matches nothing
 */
public record PredictedVerdict(Solution solution, Verdict truth, Optional<Verdict> predicted) {

  /** A solution with a readable prediction. */
  public static PredictedVerdict of(Solution solution, Verdict truth, Verdict predicted) {
    return new PredictedVerdict(solution, truth, Optional.of(predicted));
  }

  /**
   * What a judge says of labeled solutions.
   *
   * @throws IllegalArgumentException if a solution has no reference verdict
   */
  public static List<PredictedVerdict> by(
      Function<? super Solution, Verdict> judge, List<LabeledSolution> solutions) {
    return solutions.stream()
        .map(
            s ->
                of(
                    s.solution(),
                    s.verdict()
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "solution '%s' has no reference verdict; labeled data expected"
                                        .formatted(s.solution().id()))),
                    judge.apply(s.solution())))
        .toList();
  }

  /** Whether the prediction is the truth: the same first error, or none where there is none. */
  public boolean isExact() {
    return predicted.map(truth::equals).orElse(false);
  }

  /** Whether the prediction says that some step is wrong. */
  public boolean isFlagged() {
    return predicted.map(Verdict::hasError).orElse(false);
  }
}
