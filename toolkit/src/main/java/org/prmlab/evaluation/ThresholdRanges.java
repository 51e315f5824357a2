package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * The thresholds between which predictions are exact, in order: what {@link ThresholdCurve} sweeps.
 */
final class ThresholdRanges {
  private final double[] errorFrom; // thresholds from which one more error is located
  private final double[] errorTo; // from which one less is
  private final double[] correctTo; // from which one less correct solution is accepted
  private final int errors;
  private final int corrects;

  private ThresholdRanges(Ends ends, int errors, int corrects) {
    this.errorFrom = ends.errorFrom.sorted();
    this.errorTo = ends.errorTo.sorted();
    this.correctTo = ends.correctTo.sorted();
    this.errors = errors;
    this.corrects = corrects;
  }

  private static final class Numbers {
    private double[] numbers = new double[16];
    private int size;

    void add(double number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1));
      }
      numbers[size++] = number + 0.0; // no negative zero
    }

    double[] sorted() {
      double[] all = Arrays.copyOf(numbers, size);
      Arrays.parallelSort(all);
      return all;
    }
  }

  private record Ends(Numbers errorFrom, Numbers errorTo, Numbers correctTo) {
    void add(ScoredColumns rows, int row) {
      TruthColumns truths = rows.truths();
      if (!truths.hasError(row)) {
        correctTo.add(rows.least(row, truths.steps(row)));
        return;
      }
      double from = rows.score(row, truths.verdict(row));
      double to = rows.least(row, truths.verdict(row));
      if (from < to) {
        errorFrom.add(from);
        if (to < Double.POSITIVE_INFINITY) {
          errorTo.add(to);
        }
      }
    }
  }

  /**
   * The ranges of some rows.
   *
   * @throws IllegalArgumentException unless there are solutions of both kinds
   */
  static ThresholdRanges of(ScoredColumns rows, IntPredicate some) {
    Ends ends = new Ends(new Numbers(), new Numbers(), new Numbers());
    int errors = 0;
    int corrects = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (some.test(row)) {
        errors += rows.truths().hasError(row) ? 1 : 0;
        corrects += rows.truths().hasError(row) ? 0 : 1;
        ends.add(rows, row);
      }
    }
    if (errors == 0 || corrects == 0) {
      throw new IllegalArgumentException(
          "%d solutions with and %d without an error; a threshold is tuned on both kinds"
              .formatted(errors, corrects));
    }
    return new ThresholdRanges(ends, errors, corrects);
  }

  /** The accuracies at 0 and at every threshold where one changes, by rising threshold. */
  void forEach(Consumer<ThresholdCurve.Point> action) {
    int from = 0;
    int to = 0;
    int lost = 0;
    double threshold = 0;
    while (threshold < Double.POSITIVE_INFINITY) {
      from = after(errorFrom, from, threshold);
      to = after(errorTo, to, threshold);
      lost = after(correctTo, lost, threshold);
      action.accept(
          new ThresholdCurve.Point(
              threshold, (double) (from - to) / errors, (double) (corrects - lost) / corrects));
      threshold =
          Math.min(next(errorFrom, from), Math.min(next(errorTo, to), next(correctTo, lost)));
    }
  }

  /** The first place behind those with this threshold. */
  private static int after(double[] thresholds, int begin, double threshold) {
    int end = begin;
    while (end < thresholds.length && thresholds[end] <= threshold) {
      end++;
    }
    return end;
  }

  private static double next(double[] thresholds, int place) {
    return place < thresholds.length ? thresholds[place] : Double.POSITIVE_INFINITY;
  }
}
