package org.prmlab.evaluation;

import java.util.Optional;
import org.prmlab.data.Binarization;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;

/**
 * What two sources say about the steps of one solution.
 *
 * @param solution the solution
 * @param first one label a step
 * @param second one label a step
 */
public record LabelPair(Solution solution, StepLabels first, StepLabels second) {
  public LabelPair {
    check(solution, first);
    check(solution, second);
  }

  /** The labels that two verdicts imply; steps after the first error are unlabeled. */
  public static LabelPair ofVerdicts(Solution solution, Verdict first, Verdict second) {
    int steps = solution.steps().size();
    return new LabelPair(
        solution,
        StepLabels.ofVerdict("first", steps, first),
        StepLabels.ofVerdict("second", steps, second));
  }

  /** How the verdicts differ; empty if the labels of either leave its verdict open. */
  public Optional<Disagreement> disagreement(Binarization rule) {
    return first
        .verdict(rule)
        .flatMap(a -> second.verdict(rule).map(b -> Disagreement.between(a, b)));
  }

  private static void check(Solution solution, StepLabels labels) {
    if (labels.values().size() != solution.steps().size()) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d labels from %s; are these labels of another file?"
              .formatted(
                  solution.id(), solution.steps().size(), labels.values().size(), labels.source()));
    }
  }
}
