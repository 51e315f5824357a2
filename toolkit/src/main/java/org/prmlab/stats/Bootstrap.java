package org.prmlab.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Percentile intervals by drawing clusters of rows again, with replacement.
 *
 * <p>Resample {@code r} has a generator of its own, made from the seed and {@code r}: the result is
 * the same for any number of threads.
 *
 * @param resamples how many times to draw; from 100 to a million
 * @param level the confidence level, in (0, 1)
 * @param seed where the randomness comes from
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron 1979</a>
 */
public record Bootstrap(int resamples, double level, long seed) {
  private static final int MOST = 1_000_000;

  public Bootstrap {
    if (resamples < 100) {
      throw new IllegalArgumentException(
          resamples + " resamples; at least 100 needed for an interval's ends");
    }
    if (resamples > MOST) {
      throw new IllegalArgumentException(
          "%,d resamples; at most %,d, since more no longer move an interval's ends"
              .formatted(resamples, MOST));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + "; a number in (0, 1) expected");
    }
  }

  /** 2,000 resamples, level 0.95, seed 1. */
  public static Bootstrap withDefaults() {
    return new Bootstrap(2000, Estimate.DEFAULT_LEVEL, 1);
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
  public Estimate interval(Clusters clusters, Statistic statistic) {
    return intervalIfDefined(clusters, statistic)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "statistic undefined for these %d rows; a class is empty or nearly so: pool rows"
                        .formatted(clusters.rows())));
  }

  /** The interval, or nothing where {@link #interval} would refuse. */
  public Optional<Estimate> intervalIfDefined(Clusters clusters, Statistic statistic) {
    return rule()
        .of(value(clusters, statistic), clusters.size(), () -> replicates(clusters, statistic));
  }

  /**
   * The interval of a statistic that is a function of shares, which has one where resamples do not
   * differ too.
   *
   * @param shares the function, of the same clusters
   * @return empty where the statistic is undefined for all rows, or for more than half of the
   *     resamples
   */
  public Optional<Estimate> intervalIfDefined(
      Clusters clusters, Statistic statistic, ShareFunction shares) {
    return rule().of(value(clusters, statistic), shares, () -> replicates(clusters, statistic));
  }

  /**
   * The mean of values in [0, 1], such as 1 for right and 0 for wrong.
   *
   * @param values one a row
   * @return empty without rows
   */
  public Optional<Estimate> share(Clusters clusters, double[] values) {
    ClusterSums sums = new ClusterSums(1, 2);
    for (int row = 0; row < values.length; row++) {
      sums.part(0).add(clusters.of(row), 0, values[row]);
      sums.part(0).add(clusters.of(row), 1, 1);
    }
    return intervals(clusters, sums, List.of(SumStatistic.share(0, 1))).get(0).get(0);
  }

  /**
   * As {@link #intervalIfDefined(Clusters, Statistic)}, for a statistic that asks how often each
   * cluster was drawn rather than each row.
   */
  public Optional<Estimate> intervalOfDrawn(Clusters clusters, Statistic statistic) {
    int[] once = new int[clusters.size()];
    Arrays.fill(once, 1);
    return rule()
        .of(
            statistic.of(once),
            clusters.size(),
            () ->
                IntStream.range(0, resamples)
                    .parallel()
                    .mapToDouble(r -> statistic.of(clusters.times(RandomStream.of(seed, r))))
                    .toArray());
  }

  private IntervalRule rule() {
    return new IntervalRule(level);
  }

  private static double value(Clusters clusters, Statistic statistic) {
    return clusters.rows() == 0 ? Double.NaN : statistic.of(ones(clusters));
  }

  /** The statistic of each resample, in resample order; NaN where it was undefined. */
  public double[] replicates(Clusters clusters, Statistic statistic) {
    return IntStream.range(0, resamples)
        .parallel()
        .mapToDouble(r -> statistic.of(clusters.draw(RandomStream.of(seed, r))))
        .toArray();
  }

  /**
   * Statistics of sums over clusters, with their intervals; all are computed from the same draws.
   *
   * @param clusters what is drawn
   * @param sums what each cluster adds, by part
   * @return for each part one entry a statistic, absent where it is undefined for all rows or for
   *     more than half of the resamples
   */
  public List<List<Optional<Estimate>>> intervals(
      Clusters clusters, ClusterSums sums, List<SumStatistic> statistics) {
    Resampling resampling = new Resampling(this, clusters);
    List<List<Optional<Estimate>>> estimates = resampling.ask(sums, statistics);
    resampling.run();
    return estimates;
  }

  /** Every row once. */
  public static int[] ones(Clusters clusters) {
    int[] ones = new int[clusters.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
