package org.prmlab.evaluation;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Two systems on the same items: the difference of their means, first minus second.
 *
 * @param difference in the unit of the item values
 * @param pValue two-sided: twice the smaller share of resamples on either side of 0, at least 1 /
 *     (resamples + 1); where resamples cannot tell, that of the exact sign test over problems, or 1
 *     if the difference is no mean
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
    boolean shares = true;
    for (int i = 0; i < gains.length; i++) {
      gains[i] = first.get(i) - second.get(i);
      shares &= isShare(first.get(i)) && isShare(second.get(i));
    }
    Statistic mean = weights -> Means.weighted(gains, weights);
    return shares ? ofShares(gains, clusters, bootstrap) : of(clusters, mean, bootstrap);
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  /** What is gained and what is lost are shares; without either a sign test gives the p-value. */
  private static PairedComparison ofShares(double[] gains, Clusters clusters, Bootstrap bootstrap) {
    double[] won = DoubleStream.of(gains).map(g -> Math.max(g, 0)).toArray();
    double[] lost = DoubleStream.of(gains).map(g -> Math.max(-g, 0)).toArray();
    ShareFunction shares =
        new ShareFunction(
            List.of(clusters.share(won), clusters.share(lost)), rates -> rates[0] - rates[1]);
    Statistic mean = weights -> Means.weighted(gains, weights);
    Interval difference =
        bootstrap.intervalIfDefined(clusters, mean, shares).orElseThrow(PairedComparison::nothing);
    return new PairedComparison(
        difference,
        shares.isResampled()
            ? pValue(bootstrap.replicates(clusters, mean))
            : signTest(clusters.sums(gains)));
  }

  /**
   * The comparison for a difference that is no mean of items, such as one of F1 scores.
   *
   * @throws IllegalArgumentException if the difference is undefined for all rows
   */
  public static PairedComparison of(Clusters clusters, Statistic difference, Bootstrap bootstrap) {
    Interval interval =
        bootstrap.intervalIfDefined(clusters, difference).orElseThrow(PairedComparison::nothing);
    return new PairedComparison(
        interval, interval.isKnown() ? pValue(bootstrap.replicates(clusters, difference)) : 1);
  }

  private static IllegalArgumentException nothing() {
    return new IllegalArgumentException(
        "difference undefined for these items; is a class of them empty?");
  }

  private static double pValue(double[] replicates) {
    long below = DoubleStream.of(replicates).filter(d -> d <= 0).count();
    long above = DoubleStream.of(replicates).filter(d -> d >= 0).count();
    return Math.min(1, 2.0 * (Math.min(below, above) + 1) / (replicates.length + 1));
  }

  /** Of clusters that gain and clusters that lose. */
  private static double signTest(double[] gains) {
    int won = (int) DoubleStream.of(gains).filter(g -> g > 0).count();
    int lost = (int) DoubleStream.of(gains).filter(g -> g < 0).count();
    return McNemar.ofDiscordant(won, lost).exactP();
  }

  /** Whether the interval leaves out 0. */
  public boolean isClear() {
    return !difference.contains(0);
  }
}
