package org.prmlab.labeling.rollout;

import org.prmlab.data.StepLabel;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Proportion;

/**
 * How the rollouts from the end of one step came out. Those that are neither correct nor wrong have
 * no verdict: they say nothing about the step, least of all that it is wrong.
 *
 * @param correct reached the gold answer
 * @param wrong reached another answer
 * @param undecided reached an answer that could be neither shown equal to the gold one nor
 *     different
 * @param unanswered ended without an answer
 * @param cut were cut off before they answered
 * @param ranOn were cut off after they had marked an answer
 */
public record RolloutCounts(
    int correct, int wrong, int undecided, int unanswered, int cut, int ranOn) {
  /** Without any that went on after an answer. */
  public RolloutCounts(int correct, int wrong, int undecided, int unanswered, int cut) {
    this(correct, wrong, undecided, unanswered, cut, 0);
  }

  /** No rollouts yet. */
  public static RolloutCounts none() {
    return new RolloutCounts(0, 0, 0, 0, 0);
  }

  /** All rollouts. */
  public int total() {
    return decided() + undecided + unanswered + cut + ranOn;
  }

  /** Rollouts with a verdict. */
  public int decided() {
    return correct + wrong;
  }

  /** The rollouts of both. */
  public RolloutCounts plus(RolloutCounts other) {
    return new RolloutCounts(
        correct + other.correct,
        wrong + other.wrong,
        undecided + other.undecided,
        unanswered + other.unanswered,
        cut + other.cut,
        ranOn + other.ranOn);
  }

  /**
   * Whether they label the step: all of them have a verdict, or at least so many have.
   *
   * @see RolloutBudget#minDecided
   */
  public boolean suffices(int minDecided) {
    return decided() > 0 && (decided() == total() || decided() >= minDecided);
  }

  /**
   * The counts of those with a verdict.
   *
   * @return unlabeled if too few have one
   */
  public StepLabel label(int minDecided) {
    return suffices(minDecided)
        ? new StepLabel.MonteCarlo(correct, decided(), total())
        : StepLabel.Unlabeled.UNLABELED;
  }

  /** Whether the share of correct ones among those with a verdict is above a threshold. */
  boolean isAbove(double threshold) {
    return correct > threshold * decided();
  }

  /**
   * What the rollouts leave open about the chance of reaching the gold answer from here.
   *
   * @see Proportion#beta
   * @throws IllegalArgumentException without a rollout that has a verdict
   */
  public Estimate interval(double level) {
    return new Proportion(correct, decided()).beta(level);
  }
}
