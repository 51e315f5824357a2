package org.prmlab.paper;

import java.util.Optional;

/**
 * How far a printed Best-of-N average would move by chance alone, had the benchmarks other problems
 * of the same kind: each benchmark's accuracy is k of n, so its variance is p(1-p)/n, and the
 * unweighted mean of m benchmarks has the sum of these over m squared.
 *
 * <p>The paper prints no such interval. It is the right one for one system; two systems that choose
 * among the same samples differ by less chance than two such intervals suggest, and only the
 * samples themselves, which are not published, would say by how much.
 */
public final class BinomialNoise {
  /** Two-sided 95 % point of the normal distribution. */
  private static final double Z95 = 1.959963984540054;

  private BinomialNoise() {}

  /**
   * Half the width of the 95 % interval around a row's average, in points of percent.
   *
   * @return empty if the size of one of its benchmarks is not known
   */
  public static Optional<Double> halfWidth(PrintedRow row) {
    double variance = 0;
    int benchmarks = 0;
    for (String column : row.cells().keySet()) {
      if (column.equals("Avg") || column.equals("scoring") || column.equals("#samples")) {
        continue;
      }
      Optional<Benchmark> benchmark = Benchmark.ofColumn(column);
      if (benchmark.isEmpty()) {
        return Optional.empty();
      }
      double p = row.value(column) / 100;
      variance += p * (1 - p) / benchmark.get().problems();
      benchmarks++;
    }
    return Optional.of(100 * Z95 * Math.sqrt(variance) / benchmarks);
  }

  /** The same for a table: the largest half-width among its rows of single systems. */
  public static double halfWidth(PrintedTable table) {
    return table.rows().stream()
        .filter(row -> !row.name().startsWith("pass@"))
        .flatMap(row -> halfWidth(row).stream())
        .mapToDouble(w -> w)
        .max()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no Best-of-N rows"));
  }
}
