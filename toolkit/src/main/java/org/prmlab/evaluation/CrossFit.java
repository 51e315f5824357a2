package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.RandomStream;

/**
 * Judgements whose threshold never saw the problem it judges: problems are dealt into folds, and
 * each fold is judged at the threshold that is best on the others.
 *
 * @param thresholds the threshold each fold was judged at, in fold order
 * @param judged the judgements, in the order of the rows
 */
public record CrossFit(List<Double> thresholds, JudgedColumns judged) {
  public CrossFit {
    thresholds = List.copyOf(thresholds);
  }

  /**
   * @param folds from 2 to the number of problems
   * @param seed deals the problems
   */
  public static CrossFit of(List<ScoredSolution> rows, int folds, long seed) {
    return of(ScoredColumns.of(rows), folds, seed);
  }

  /** {@link #of(List, int, long)} of solutions in columns. */
  public static CrossFit of(ScoredColumns rows, int folds, long seed) {
    Clusters problems = rows.truths().problems();
    if (folds < 2 || folds > problems.size()) {
      throw new IllegalArgumentException(
          "%d folds of %d problems; from 2 folds to one a problem expected"
              .formatted(folds, problems.size()));
    }
    int[] foldOfProblem = deal(problems.size(), folds, seed);
    int[] foldOfRow = new int[rows.size()];
    Arrays.setAll(foldOfRow, row -> foldOfProblem[problems.of(row)]);
    List<Double> thresholds = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int judged = fold;
      thresholds.add(ThresholdCurve.best(rows, row -> foldOfRow[row] != judged).threshold());
    }
    return new CrossFit(thresholds, rows.at(row -> thresholds.get(foldOfRow[row])));
  }

  private static int[] deal(int problems, int folds, long seed) {
    UniformRandomProvider random = RandomStream.of(seed, 0);
    int[] order = new PermutationSampler(random, problems, problems).sample();
    int[] fold = new int[problems];
    for (int i = 0; i < problems; i++) {
      fold[order[i]] = i % folds;
    }
    return fold;
  }
}
