package org.prmlab.evaluation;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Two systems on the same items: the difference of their means, first minus second.
 *
 * @param difference in the unit of the item values
 * @param pValue two-sided bootstrap p-value: twice the smaller share of resamples on either side of
 *     0, at least 1 / (resamples + 1)
 */
public record PairedComparison(Interval difference, double pValue) {
  /**
   * @param first one value an item, e.g. 1 for right and 0 for wrong
   * @param second the same items in the same order
   * @param clusters which items share a problem
   */
  public static PairedComparison of(
      List<Double> first, List<Double> second, Clusters clusters, Bootstrap bootstrap) {
    if (first.size() != second.size() || first.size() != clusters.rows()) {
      throw new IllegalArgumentException(
          "%d and %d values in %d clustered rows; pairs of the same items expected"
              .formatted(first.size(), second.size(), clusters.rows()));
    }
    double[] gains = new double[first.size()];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = first.get(i) - second.get(i);
    }
    return of(clusters, weights -> Means.weighted(gains, weights), bootstrap);
  }

  /** The comparison for a difference that is no mean of items, such as one of F1 scores. */
  public static PairedComparison of(Clusters clusters, Statistic difference, Bootstrap bootstrap) {
    double value = difference.of(Bootstrap.ones(clusters));
    double[] replicates = bootstrap.replicates(clusters, difference);
    long below = DoubleStream.of(replicates).filter(d -> d <= 0).count();
    long above = DoubleStream.of(replicates).filter(d -> d >= 0).count();
    double p = 2.0 * (Math.min(below, above) + 1) / (replicates.length + 1);
    return new PairedComparison(bootstrap.around(value, replicates).orElseThrow(), Math.min(1, p));
  }

  /** Whether the interval leaves out 0. */
  public boolean isClear() {
    return !difference.contains(0);
  }
}
