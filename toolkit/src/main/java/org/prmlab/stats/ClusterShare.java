package org.prmlab.stats;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What share of some items has a property, where items of one cluster are not independent.
 *
 * @param rate the share over all items, in [0, 1]; NaN without items
 * @param rarer how many clusters have an item with the property, or how many have one without it,
 *     whichever is less
 * @param items how many there are in all
 * @param effective how many clusters of equal size would tell as much as these, at least 1: the
 *     squared sum of their items by the sum of squares (Kish 1965, section 11.7)
 * @param variance of the rate, from how clusters differ (linearised); 0 if they do not
 */
public record ClusterShare(
    double rate, int rarer, double items, double effective, double variance) {
  /** With fewer problems than this on the rarer side, resampling makes too narrow intervals. */
  public static final int FEWEST = 10;

  private static final double ROUNDING = 1e-12;

  /**
   * The share of items counted cluster by cluster.
   *
   * @param hits items of each cluster with the property; may be fractions
   * @param items items of each cluster, at least as many as hits
   */
  public static ClusterShare of(double[] hits, double[] items) {
    double all = DoubleStream.of(items).sum();
    double rate = DoubleStream.of(hits).sum() / all;
    int clusters = 0; // that have items
    int withHits = 0;
    int withMisses = 0;
    double squares = 0;
    double residuals = 0;
    for (int c = 0; c < items.length; c++) {
      if (!(hits[c] >= 0 && hits[c] <= items[c] * (1 + ROUNDING))) {
        throw new IllegalArgumentException(
            "%s of %s items; a share of items expected".formatted(hits[c], items[c]));
      }
      clusters += items[c] > 0 ? 1 : 0;
      withHits += hits[c] > 0 ? 1 : 0;
      withMisses += hits[c] < items[c] ? 1 : 0;
      squares += items[c] * items[c];
      double residual = hits[c] - rate * items[c];
      residuals += residual * residual;
    }
    double varies = residuals <= ROUNDING * squares ? 0 : residuals;
    double variance = clusters < 2 ? 0 : varies * clusters / (clusters - 1.0) / (all * all);
    int rarer = Math.min(withHits, withMisses);
    return new ClusterShare(rounded(rate), rarer, all, all * all / squares, variance);
  }

  private static double rounded(double rate) {
    return rate < ROUNDING ? 0 : rate > 1 - ROUNDING ? 1 : rate;
  }

  /** Whether drawing clusters again tells how far off the share may be. */
  public boolean isResampled() {
    return rarer >= FEWEST && variance > 0;
  }

  /**
   * Clopper and Pearson's interval with the number of independent items that these are worth: by
   * their variance, or one for each (effective) cluster where the variance is not known.
   *
   * <p>Korn and Graubard 1998, Confidence intervals for proportions with small expected number of
   * positive counts estimated from survey data, Survey Methodology 24, 193-201.
   */
  public Estimate exact(double level) {
    double trials = isResampled() ? Math.min(items, rate * (1 - rate) / variance) : effective;
    double right = rate * trials;
    double tail = (1 - level) / 2;
    double low =
        rate == 0
            ? 0
            : BetaDistribution.of(right, trials - right + 1).inverseCumulativeProbability(tail);
    double high =
        rate == 1
            ? 1
            : BetaDistribution.of(right + 1, trials - right).inverseSurvivalProbability(tail);
    return new Estimate(rate, low, high, level);
  }
}
