package org.prmlab.stats;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * How an interval comes from resamples, and what stands in their place where they cannot tell: too
 * few clusters, or none that differs ({@code docs/decisions/009-intervals-at-the-edge.md}).
 *
 * <ul>
 *   <li>Percentiles of the resamples, if for every share that the quantity is made of at least
 *       {@link ClusterShare#FEWEST} clusters have an item with the property and as many one
 *       without; for a quantity that is not made of shares, if there are as many clusters.
 *   <li>Otherwise, for shares and functions of shares, exact intervals of the shares, put together
 *       by {@link ShareFunction#squareAndAdd}.
 *   <li>Otherwise the bounds are unknown, and the interval says why.
 * </ul>
 *
 * @param level the confidence level, in (0, 1)
 */
record IntervalRule(double level) {
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);
  private static final double ROUNDING = 1e-12;

  /**
   * The interval of a quantity that is a function of shares.
   *
   * @param value of all rows; NaN where it is undefined
   * @param shares the function
   * @param resamples the quantity in each resample, NaN where it is undefined; asked for only where
   *     it is needed
   * @return empty where the value is undefined, or over half of the resamples
   */
  public Optional<Estimate> of(double value, ShareFunction shares, Supplier<double[]> resamples) {
    if (Double.isNaN(value)) {
      return Optional.empty();
    }
    if (shares.isResampled()) {
      Optional<Estimate> drawn = percentiles(value, resamples.get());
      if (drawn.isEmpty() || drawn.get().isKnown()) {
        return drawn;
      }
    }
    return Optional.of(shares.squareAndAdd(level));
  }

  /**
   * The interval of any other quantity.
   *
   * @param value of all rows; NaN where it is undefined
   * @param clusters how many were drawn from
   * @param resamples as above
   * @return empty where the value is undefined, or over half of the resamples
   */
  public Optional<Estimate> of(double value, int clusters, Supplier<double[]> resamples) {
    if (Double.isNaN(value)) {
      return Optional.empty();
    }
    if (clusters < ClusterShare.FEWEST) {
      String few =
          "%d problems; at least %d are needed to draw them again"
              .formatted(clusters, ClusterShare.FEWEST);
      return Optional.of(Estimate.unknown(value, level, few));
    }
    return percentiles(value, resamples.get());
  }

  private Optional<Estimate> percentiles(double value, double[] resamples) {
    double[] defined = DoubleStream.of(resamples).filter(x -> !Double.isNaN(x)).toArray();
    if (defined.length * 2 < resamples.length) {
      return Optional.empty();
    }
    double[] ends = QUANTILE.evaluate(defined, (1 - level) / 2, (1 + level) / 2);
    return Optional.of(
        ends[1] - ends[0] > ROUNDING * Math.abs(value)
            ? new Estimate(value, ends[0], ends[1], level)
            : Estimate.unknown(value, level, "every resample gives the same number"));
  }
}
