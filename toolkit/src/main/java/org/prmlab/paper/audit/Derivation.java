package org.prmlab.paper.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.prmlab.paper.Benchmark;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.ProcessBenchSplit;

/** What the other numbers of a row say about one of its numbers. */
final class Derivation {
  static final String AVERAGE = "Avg";
  static final String AVERAGE_F1 = "AvgF1";
  private static final List<String> NOT_AVERAGED = List.of("#samples", "scoring", AVERAGE);

  private Derivation() {}

  /** The range that the rest of the row allows for a cell; empty if nothing is derived from it. */
  static Optional<Percent> of(PrintedRow row, String column) {
    return switch (column) {
      case AVERAGE -> Optional.of(average(row));
      case AVERAGE_F1 -> Optional.of(averageF1(row));
      default -> items(column).map(n -> share(row.value(column), n));
    };
  }

  /** The unweighted mean over the benchmarks of a row. */
  static Percent average(PrintedRow row) {
    List<String> columns = averagedColumns(row);
    return mean(columns.stream().map(c -> value(row, c)).toList());
  }

  /** The columns that make up the row's average. */
  static List<String> averagedColumns(PrintedRow row) {
    return row.cells().keySet().stream().filter(c -> !NOT_AVERAGED.contains(c)).toList();
  }

  /** The unweighted mean of the F1 of the four splits. */
  static Percent averageF1(PrintedRow row) {
    return mean(
        List.of(ProcessBenchSplit.values()).stream().map(split -> f1Value(row, split)).toList());
  }

  /**
   * The F1 that the row's two accuracies on a split allow. Where one of them is no share of the
   * split's size (a finding of its own), the sizes prove nothing and only rounding counts.
   */
  static Percent f1(PrintedRow row, ProcessBenchSplit split) {
    double error = row.value(split.errorColumn());
    double correct = row.value(split.correctColumn());
    boolean shares =
        Percent.isShare(error, split.errorRows()) && Percent.isShare(correct, split.correctRows());
    return shares
        ? f1(Percent.share(error, split.errorRows()), Percent.share(correct, split.correctRows()))
        : f1(Percent.rounded(error), Percent.rounded(correct));
  }

  /** The harmonic means of all pairs from two ranges; it grows with both. */
  static Percent f1(Percent error, Percent correct) {
    return new Percent(
        harmonicMean(error.low(), correct.low()), harmonicMean(error.high(), correct.high()));
  }

  static double harmonicMean(double a, double b) {
    return a + b <= 0 ? 0 : 2 * a * b / (a + b);
  }

  /** How many items a percentage in this column is a share of; empty if that is not known. */
  static Optional<Integer> items(String column) {
    Optional<Integer> benchmark = Benchmark.ofColumn(column).map(Benchmark::problems);
    return benchmark.or(() -> splitItems(column));
  }

  private static Optional<Integer> splitItems(String column) {
    for (ProcessBenchSplit split : ProcessBenchSplit.values()) {
      if (column.equals(split.errorColumn())) {
        return Optional.of(split.errorRows());
      }
      if (column.equals(split.correctColumn())) {
        return Optional.of(split.correctRows());
      }
      if (column.equals(split.wrongProcessColumn())) {
        return Optional.of(split.wrongProcessRows());
      }
    }
    return Optional.empty();
  }

  private static Percent share(double printed, int n) {
    int[] k = Percent.counts(printed, n).toArray();
    return k.length == 0
        ? new Percent(Double.NaN, Double.NaN)
        : new Percent(100.0 * k[0] / n, 100.0 * k[k.length - 1] / n);
  }

  private static Percent value(PrintedRow row, String column) {
    double printed = row.value(column);
    return items(column)
        .map(n -> Percent.share(printed, n))
        .orElseGet(() -> Percent.rounded(printed));
  }

  private static Percent f1Value(PrintedRow row, ProcessBenchSplit split) {
    double printed = row.value(split.f1Column());
    Percent fromPair = f1(row, split);
    return fromPair.roundsTo(printed)
        ? new Percent(Math.min(printed, fromPair.low()), Math.max(printed, fromPair.high()))
        : Percent.rounded(printed);
  }

  private static Percent mean(List<Percent> values) {
    return new Percent(mean(values, Percent::low), mean(values, Percent::high));
  }

  private static double mean(List<Percent> values, ToDoubleFunction<Percent> end) {
    return values.stream().mapToDouble(end).average().orElseThrow();
  }
}
