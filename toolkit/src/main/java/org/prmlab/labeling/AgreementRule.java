package org.prmlab.labeling;

import java.util.Optional;
import org.prmlab.data.Binarization;
import org.prmlab.data.StepLabel;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;

/** When two sources agree on a solution. */
public enum AgreementRule {
  /** They name the same first error, or both none (the paper, section 3.1.3). */
  FIRST_ERROR,
  /** As first error, and every step that both label has the same class. */
  EVERY_STEP,
  /** Both find an error, wherever, or both find none. */
  VERDICT;

  /**
   * Whether the sources agree.
   *
   * @return empty if the labels of either leave its verdict open
   */
  public Optional<Boolean> agrees(LabelPair pair, Binarization rule) {
    Optional<Verdict> first = pair.first().verdict(rule);
    Optional<Verdict> second = pair.second().verdict(rule);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (this) {
          case FIRST_ERROR -> first.equals(second);
          case EVERY_STEP -> first.equals(second) && sameSteps(pair, rule);
          case VERDICT -> first.get().hasError() == second.get().hasError();
        });
  }

  private static boolean sameSteps(LabelPair pair, Binarization rule) {
    for (int i = 0; i < pair.first().values().size(); i++) {
      Optional<StepLabel.Hard> a = pair.first().values().get(i).hard(rule);
      Optional<StepLabel.Hard> b = pair.second().values().get(i).hard(rule);
      if (a.isPresent() && b.isPresent() && !a.equals(b)) {
        return false;
      }
    }
    return true;
  }
}
