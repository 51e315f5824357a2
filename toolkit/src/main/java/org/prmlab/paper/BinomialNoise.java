package org.prmlab.paper;

import java.util.Optional;

/**
 * How far a printed average or F1 would move by chance alone, had the benchmarks other problems of
 * the same kind: each benchmark's accuracy is k of n, so its variance is p(1-p)/n, and the
 * unweighted mean of m benchmarks has the sum of these over m squared.
 *
 * <p>An F1 of ProcessBench is the harmonic mean of two such accuracies; its variance follows from
 * theirs by the delta method.
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

  /**
   * Half the width of the 95 % interval around the F1 that a row of Table 7 prints for a split, in
   * points of percent.
   */
  public static double halfWidth(PrintedRow row, ProcessBenchSplit split) {
    double a = row.value(split.errorColumn()) / 100;
    double b = row.value(split.correctColumn()) / 100;
    if (a + b == 0) {
      return 0;
    }
    double byA = 2 * b * b / ((a + b) * (a + b)); // derivatives of 2ab / (a + b)
    double byB = 2 * a * a / ((a + b) * (a + b));
    double variance =
        byA * byA * a * (1 - a) / split.errorRows() + byB * byB * b * (1 - b) / split.correctRows();
    return 100 * Z95 * Math.sqrt(variance);
  }

  /** The same for a Best-of-N table: the largest half-width among its rows of single systems. */
  public static double halfWidth(PrintedTable table) {
    return table.rows().stream()
        .filter(row -> !row.name().startsWith("pass@"))
        .flatMap(row -> halfWidth(row).stream())
        .mapToDouble(w -> w)
        .max()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no Best-of-N rows"));
  }
}
