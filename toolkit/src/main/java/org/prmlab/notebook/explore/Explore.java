package org.prmlab.notebook.explore;

import java.util.List;
import java.util.Map;
import org.prmlab.data.Aggregation;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.labeling.StepRollouts;
import org.prmlab.report.View;
import org.prmlab.search.SearchResult;

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

  /**
   * Rollouts appear one by one from a step that the reader chooses; the count, its interval and the
   * hard label follow.
   *
   * @param rollouts at least one from every step but the last
   * @param truth where the solution first goes wrong
   */
  public static View rollouts(StepRollouts rollouts, Verdict truth) {
    return RolloutExplorable.of(rollouts, truth);
  }

  /**
   * Solutions as dots by the verdicts of two sources, the first by rollouts; the threshold of the
   * rollouts moves them, and a dot that is chosen can be read with both labels and the truth.
   *
   * @param pairs labels of both sources; counts are of all, at most 160 are drawn
   * @param truths reference verdicts by id of the solution
   * @throws IllegalArgumentException if there are no pairs, or one has no reference verdict
   */
  public static View consensus(List<LabelPair> pairs, Map<String, Verdict> truths) {
    return ConsensusExplorable.of(pairs, truths);
  }

  /**
   * A search step by step: the problem, the candidates with their scores, and which were dropped.
   *
   * @param ranking what the search made one number of a path's scores by
   * @throws IllegalArgumentException if the search had no candidates
   */
  public static View search(SearchResult result, Aggregation ranking) {
    return SearchExplorable.of(result, ranking);
  }
}
