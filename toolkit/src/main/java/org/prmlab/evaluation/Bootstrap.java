package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Percentile intervals by drawing clusters of rows again, with replacement.
 *
 * <p>Resample {@code r} has a generator of its own, made from the seed and {@code r}: the result is
 * the same for any number of threads.
 *
 * @param resamples how many times to draw; at least 100
 * @param level the confidence level, in (0, 1)
 * @param seed where the randomness comes from
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
 */
public record Bootstrap(int resamples, double level, long seed) {
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  public Bootstrap {
    if (resamples < 100) {
      throw new IllegalArgumentException(
          resamples + " resamples; at least 100 needed for an interval's ends");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + "; a number in (0, 1) expected");
    }
  }

  /** 2,000 resamples, level 0.95, seed 1. */
  public static Bootstrap withDefaults() {
    return new Bootstrap(2000, Interval.DEFAULT_LEVEL, 1);
  }

  public Bootstrap withResamples(int resamples) {
    return new Bootstrap(resamples, level, seed);
  }

  public Bootstrap withLevel(double level) {
    return new Bootstrap(resamples, level, seed);
  }

  public Bootstrap withSeed(long seed) {
    return new Bootstrap(resamples, level, seed);
  }

  /**
   * The statistic of all rows, with the interval between the percentiles of its resamples.
   *
   * @throws IllegalArgumentException if the statistic is undefined for all rows, or for more than
   *     half of the resamples
   */
  public Interval interval(Clusters clusters, Statistic statistic) {
    return intervalIfDefined(clusters, statistic)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "statistic undefined for these %d rows; a class is empty or nearly so: pool rows"
                        .formatted(clusters.rows())));
  }

  /** The interval, or nothing where {@link #interval} would refuse. */
  public Optional<Interval> intervalIfDefined(Clusters clusters, Statistic statistic) {
    double value = clusters.rows() == 0 ? Double.NaN : statistic.of(ones(clusters));
    return Double.isNaN(value) ? Optional.empty() : around(value, replicates(clusters, statistic));
  }

  /** What {@code replicates} span, those that are NaN left out; nothing if over half are. */
  Optional<Interval> around(double value, double[] replicates) {
    double[] defined = DoubleStream.of(replicates).filter(x -> !Double.isNaN(x)).toArray();
    if (defined.length * 2 < replicates.length) {
      return Optional.empty();
    }
    double[] ends = QUANTILE.evaluate(defined, (1 - level) / 2, (1 + level) / 2);
    return Optional.of(new Interval(value, ends[0], ends[1], level));
  }

  /** The statistic of each resample, in resample order; NaN where it was undefined. */
  public double[] replicates(Clusters clusters, Statistic statistic) {
    return IntStream.range(0, resamples)
        .parallel()
        .mapToDouble(r -> statistic.of(clusters.draw(RandomStream.of(seed, r))))
        .toArray();
  }

  /** Every row once. */
  static int[] ones(Clusters clusters) {
    int[] ones = new int[clusters.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
