package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.List;

/** True and false positives and negatives of each item, to be weighted and pooled. */
final class ValidityCounts {
  private static final int KEPT = 0; // valid, called valid
  private static final int MISSED = 1; // invalid, called valid
  private static final int FOUND = 2; // invalid, called invalid
  private static final int WRONGED = 3; // valid, called invalid
  private static final int FIRST_FOUND = 4; // first invalid step called invalid
  private static final int WITH_ERROR = 5; // has an invalid step

  private final int[][] counts; // (items, 6)

  private ValidityCounts(int[][] counts) {
    this.counts = counts;
  }

  static ValidityCounts of(List<PrmBenchItem> items) {
    return new ValidityCounts(items.stream().map(ValidityCounts::count).toArray(int[][]::new));
  }

  double validF1(int[] weights) {
    double[] sums = sums(weights);
    return f1(sums[KEPT], sums[MISSED], sums[WRONGED]);
  }

  double invalidF1(int[] weights) {
    double[] sums = sums(weights);
    return f1(sums[FOUND], sums[WRONGED], sums[MISSED]);
  }

  double prmScore(int[] weights) {
    return (validF1(weights) + invalidF1(weights)) / 2;
  }

  double firstErrorAccuracy(int[] weights) {
    double[] sums = sums(weights);
    return sums[FIRST_FOUND] / sums[WITH_ERROR];
  }

  /** Valid steps found twice over, of these and all mistakes: what F1 is the share of. */
  ShareFunction validF1(Clusters clusters) {
    return ShareFunction.of(f1(clusters, KEPT));
  }

  ShareFunction invalidF1(Clusters clusters) {
    return ShareFunction.of(f1(clusters, FOUND));
  }

  ShareFunction prmScore(Clusters clusters) {
    return new ShareFunction(
        List.of(f1(clusters, KEPT), f1(clusters, FOUND)), rates -> (rates[0] + rates[1]) / 2);
  }

  ShareFunction firstErrorAccuracy(Clusters clusters) {
    return ShareFunction.of(clusters.share(column(FIRST_FOUND), column(WITH_ERROR)));
  }

  private ClusterShare f1(Clusters clusters, int found) {
    double[] twice = Arrays.stream(counts).mapToDouble(c -> 2.0 * c[found]).toArray();
    double[] all =
        Arrays.stream(counts).mapToDouble(c -> 2.0 * c[found] + c[MISSED] + c[WRONGED]).toArray();
    return clusters.share(twice, all);
  }

  private double[] column(int column) {
    return Arrays.stream(counts).mapToDouble(c -> c[column]).toArray();
  }

  /** Over all items. */
  PrmBenchScore.Counts total() {
    long[] totals = new long[6];
    for (int[] item : counts) {
      for (int c = 0; c < totals.length; c++) {
        totals[c] += item[c];
      }
    }
    return new PrmBenchScore.Counts(totals[KEPT], totals[MISSED], totals[FOUND], totals[WRONGED]);
  }

  /** NaN if no item is of the class: nothing was there to find. */
  private static double f1(double hits, double falseAlarms, double misses) {
    return hits + misses == 0 ? Double.NaN : 2 * hits / (2 * hits + falseAlarms + misses);
  }

  private double[] sums(int[] weights) {
    double[] sums = new double[6];
    for (int i = 0; i < counts.length; i++) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += (double) weights[i] * counts[i][c];
      }
    }
    return sums;
  }

  private static int[] count(PrmBenchItem item) {
    int[] counts = new int[6];
    for (int step = 0; step < item.valid().size(); step++) {
      boolean called = item.called().get(step);
      if (item.valid().get(step)) {
        counts[called ? KEPT : WRONGED]++;
      } else {
        counts[called ? MISSED : FOUND]++;
      }
    }
    int first = item.valid().indexOf(false);
    if (first >= 0) {
      counts[WITH_ERROR] = 1;
      counts[FIRST_FOUND] = item.called().get(first) ? 0 : 1;
    }
    return counts;
  }
}
