package org.prmlab.labeling;

import org.prmlab.data.StepLabel;
import org.prmlab.evaluation.Interval;
import org.prmlab.evaluation.Proportion;

/**
 * How the rollouts from the end of one step came out.
 *
 * @param correct reached the gold answer
 * @param wrong reached another answer
 * @param undecided reached an answer that could be neither shown equal to the gold one nor
 *     different
 * @param unanswered reached no answer
 * @param cut of all these, how many the limit on new tokens ended
 */
public record StepTally(int correct, int wrong, int undecided, int unanswered, int cut) {
  /** No rollouts yet. */
  public static StepTally none() {
    return new StepTally(0, 0, 0, 0, 0);
  }

  /** All rollouts. */
  public int total() {
    return correct + wrong + undecided + unanswered;
  }

  /** The rollouts of both. */
  public StepTally plus(StepTally other) {
    return new StepTally(
        correct + other.correct,
        wrong + other.wrong,
        undecided + other.undecided,
        unanswered + other.unanswered,
        cut + other.cut);
  }

  /**
   * The counts; only rollouts known to be correct count as such.
   *
   * @return unlabeled without rollouts
   */
  public StepLabel label() {
    return total() == 0 ? StepLabel.Unlabeled.UNLABELED : StepLabel.monteCarlo(correct, total());
  }

  /**
   * What the rollouts leave open about the chance of reaching the gold answer from here.
   *
   * @see Proportion#beta
   * @throws IllegalArgumentException without rollouts
   */
  public Interval interval(double level) {
    return new Proportion(correct, total()).beta(level);
  }
}
