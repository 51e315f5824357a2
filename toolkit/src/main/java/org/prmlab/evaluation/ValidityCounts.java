package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.prmlab.stats.ClusterShare;
import org.prmlab.stats.ShareFunction;
import org.prmlab.stats.SumStatistic;

/** What PRMBench measures, from six sums over items. */
final class ValidityCounts {
  /** How many sums there are. */
  static final int SIZE = 6;

  private static final int KEPT = 0; // valid, called valid
  private static final int MISSED = 1; // invalid, called valid
  private static final int FOUND = 2; // invalid, called invalid
  private static final int WRONGED = 3; // valid, called invalid
  private static final int FIRST_FOUND = 4; // first invalid step called invalid
  private static final int WITH_ERROR = 5; // has an invalid step

  private static final SumStatistic VALID_F1 =
      new SumStatistic(ValidityCounts::validF1, shares(c -> ShareFunction.of(f1(c, KEPT))));
  private static final SumStatistic INVALID_F1 =
      new SumStatistic(ValidityCounts::invalidF1, shares(c -> ShareFunction.of(f1(c, FOUND))));
  private static final SumStatistic PRM_SCORE =
      new SumStatistic(
          sums -> (validF1(sums) + invalidF1(sums)) / 2,
          shares(
              c ->
                  new ShareFunction(
                      List.of(f1(c, KEPT), f1(c, FOUND)), rates -> (rates[0] + rates[1]) / 2)));

  /** PRMScore, F1 of valid and of invalid steps, accuracy at the first error. */
  static final List<SumStatistic> MEASURES =
      List.of(PRM_SCORE, VALID_F1, INVALID_F1, SumStatistic.share(FIRST_FOUND, WITH_ERROR));

  private ValidityCounts() {}

  /** Counts the steps of one item into six numbers from {@code at} on. */
  static void count(boolean[] valid, boolean[] called, int[] counts, int at) {
    boolean first = true;
    for (int step = 0; step < valid.length; step++) {
      if (valid[step]) {
        counts[at + (called[step] ? KEPT : WRONGED)]++;
      } else {
        counts[at + (called[step] ? MISSED : FOUND)]++;
        counts[at + WITH_ERROR] = 1;
        counts[at + FIRST_FOUND] += first && !called[step] ? 1 : 0;
        first = false;
      }
    }
  }

  /** Over all items. */
  static PrmBenchScore.Counts total(double[] sums) {
    return new PrmBenchScore.Counts(
        (long) sums[KEPT], (long) sums[MISSED], (long) sums[FOUND], (long) sums[WRONGED]);
  }

  private static double validF1(double[] sums) {
    return f1(sums[KEPT], sums[MISSED], sums[WRONGED]);
  }

  private static double invalidF1(double[] sums) {
    return f1(sums[FOUND], sums[WRONGED], sums[MISSED]);
  }

  /** NaN if no item is of the class: nothing was there to find. */
  private static double f1(double hits, double falseAlarms, double misses) {
    return hits + misses == 0 ? Double.NaN : 2 * hits / (2 * hits + falseAlarms + misses);
  }

  private static Function<double[][], Optional<ShareFunction>> shares(
      Function<double[][], ShareFunction> of) {
    return clusters -> Optional.of(of.apply(clusters));
  }

  /** Steps found twice over, of these and all mistakes: what F1 is the share of. */
  private static ClusterShare f1(double[][] clusters, int found) {
    double[] twice = Arrays.stream(clusters[found]).map(hits -> 2 * hits).toArray();
    double[] all = twice.clone();
    for (int c = 0; c < all.length; c++) {
      all[c] += clusters[MISSED][c] + clusters[WRONGED][c];
    }
    return ClusterShare.of(twice, all);
  }
}
