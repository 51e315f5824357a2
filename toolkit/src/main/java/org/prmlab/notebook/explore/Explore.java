package org.prmlab.notebook.explore;

import java.util.List;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.SampledSolutions;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.notebook.View;
import org.prmlab.prm.StepScores;

/**
 * Views that a reader can touch. They need no kernel once they are shown, so they live on an
 * exported page too; where scripts do not run they are a still picture. Each takes at most 200,000
 * characters of a page.
 */
public final class Explore {
  private Explore() {}

  /**
   * A slider over the threshold moves the verdicts of one or more PRMs on one solution.
   *
   * @param scores of one solution, complete, one a PRM
   * @throws IllegalArgumentException if there are none, or they are of different solutions
   */
  public static View threshold(List<StepScores> scores, Verdict truth) {
    return ThresholdExplorable.of(scores, truth);
  }

  /**
   * A slider over the threshold moves the verdict on a solution, F1 of the set, and how many errors
   * are missed and how many right solutions falsely flagged.
   *
   * @param scored by one PRM; at least one solution
   */
  public static View threshold(List<ScoredSolution> scored) {
    return ThresholdExplorable.ofSets(List.of(scored));
  }

  /**
   * The same for two PRMs side by side.
   *
   * @throws IllegalArgumentException unless both scored the same solutions in the same order
   */
  public static View threshold(List<ScoredSolution> first, List<ScoredSolution> second) {
    return ThresholdExplorable.ofSets(List.of(first, second));
  }

  /**
   * The reader picks one of eight samples, then sees what the vote, the PRM and the answer say;
   * over ten problems with right and wrong answers among the eight.
   *
   * @param prm whose minimum, product and last score choose beside the reader
   * @throws IllegalArgumentException if it did not score every sample, or no problem has both kinds
   */
  public static View bestOfN(SampledSolutions samples, String prm) {
    return BestOfNExplorable.of(samples, prm);
  }
}
