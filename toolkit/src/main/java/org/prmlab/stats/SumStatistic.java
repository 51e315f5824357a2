package org.prmlab.stats;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A number computed from sums over rows, such as counts: an accuracy, Cohen's kappa.
 *
 * @param value of the sums; NaN where they leave it undefined (an empty class)
 * @param shares the same as a function of shares, from what each cluster adds to each sum:
 *     (columns, clusters); empty where it is none
 */
public record SumStatistic(
    ToDoubleFunction<double[]> value, Function<double[][], Optional<ShareFunction>> shares) {

  /** One sum by another of which it is a part. */
  public static SumStatistic share(int hits, int items) {
    return new SumStatistic(
        sums -> sums[hits] / sums[items],
        clusters ->
            Optional.of(ShareFunction.of(ClusterShare.of(clusters[hits], clusters[items]))));
  }
}
