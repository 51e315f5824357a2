package org.prmlab.stats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Two systems on the same items: the difference of their means, first minus second.
 *
 * @param difference in the unit of the item values
 * @param pValue two-sided: twice the smaller share of resamples on either side of 0, at least 1 /
 *     (resamples + 1); where resamples cannot tell, that of the exact sign test over problems, or 1
 *     if the difference is no mean
 */
public record PairedComparison(Estimate difference, double pValue) {
  /**
   * @param first one value an item, e.g. 1 for right and 0 for wrong
   * @param second the same items in the same order
   * @param clusters which items share a problem
   */
  public static PairedComparison of(
      List<Double> first, List<Double> second, Clusters clusters, Bootstrap bootstrap) {
    return of(
        first.stream().mapToDouble(Double::doubleValue).toArray(),
        second.stream().mapToDouble(Double::doubleValue).toArray(),
        clusters,
        bootstrap);
  }

  /** {@link #of(List, List, Clusters, Bootstrap)} of arrays. */
  public static PairedComparison of(
      double[] first, double[] second, Clusters clusters, Bootstrap bootstrap) {
    if (first.length != second.length || first.length != clusters.rows()) {
      throw new IllegalArgumentException(
          "%d and %d values in %d clustered rows; pairs of the same items expected"
              .formatted(first.length, second.length, clusters.rows()));
    }
    PairedSums sums = new PairedSums();
    for (int i = 0; i < first.length; i++) {
      sums.add(clusters.of(i), first[i], second[i]);
    }
    Resampling resampling = new Resampling(bootstrap, clusters);
    Supplier<Optional<PairedComparison>> comparison = sums.ask(resampling);
    resampling.run();
    return comparison.get().orElseThrow(PairedComparison::nothing);
  }

  /**
   * The comparison for a difference that is no mean of items, such as one of F1 scores.
   *
   * @throws IllegalArgumentException if the difference is undefined for all rows
   */
  public static PairedComparison of(Clusters clusters, Statistic difference, Bootstrap bootstrap) {
    Estimate interval =
        bootstrap.intervalIfDefined(clusters, difference).orElseThrow(PairedComparison::nothing);
    PairedDraws draws = new PairedDraws();
    if (interval.isKnown()) {
      draws.accept(bootstrap.replicates(clusters, difference));
    }
    return new PairedComparison(interval, interval.isKnown() ? draws.pValue() : 1);
  }

  private static IllegalArgumentException nothing() {
    return new IllegalArgumentException(
        "difference undefined for these items; is a class of them empty?");
  }

  /** Whether the interval leaves out 0. */
  public boolean isClear() {
    return !difference.contains(0);
  }

  /** What the interval says: {@code clear}, or {@code undecided} where 0 is within it. */
  public String word() {
    return isClear() ? "clear" : "undecided";
  }

  /** One line: the difference in its own unit, the p-value, and the word. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, p = %.4f: %s", difference, pValue, word());
  }
}
