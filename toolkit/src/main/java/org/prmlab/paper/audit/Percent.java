package org.prmlab.paper.audit;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A closed range of percentages: what a number printed with one decimal can stand for.
 *
 * @param low smallest value, percent
 * @param high largest value, percent
 */
record Percent(double low, double high) {
  /** Half a unit of the last printed place. Both roundings of a tie count as honest. */
  static final double HALF = 0.05;

  /** Room for the error of double arithmetic, far below any k/n. */
  private static final double EXACT = 1e-9;

  /** The values that round to a printed number. */
  static Percent rounded(double printed) {
    return new Percent(printed - HALF, printed + HALF);
  }

  /** The counts k for which k of n, in percent, rounds to the printed number; maybe none. */
  static IntStream counts(double printed, int n) {
    Percent range = rounded(printed);
    return IntStream.rangeClosed(0, n).filter(k -> range.contains(100.0 * k / n));
  }

  /** Whether some k of n, in percent, rounds to the printed number. */
  static boolean isShare(double printed, int n) {
    return counts(printed, n).findAny().isPresent();
  }

  /**
   * What a printed share of n items can be: the range of the k/n that round to it, widened to the
   * printed number itself, because an average may honestly be taken over rounded numbers too.
   */
  static Percent share(double printed, int n) {
    int[] k = counts(printed, n).toArray();
    return k.length == 0
        ? rounded(printed)
        : new Percent(
            Math.min(printed, 100.0 * k[0] / n), Math.max(printed, 100.0 * k[k.length - 1] / n));
  }

  boolean contains(double value) {
    return value >= low - EXACT && value <= high + EXACT;
  }

  /** Whether some value of this range rounds to the printed number. */
  boolean roundsTo(double printed) {
    return new Percent(low - HALF, high + HALF).contains(printed);
  }

  static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** The one-decimal numbers that this range can be printed as. */
  @Override
  public String toString() {
    String from = text(low);
    String to = text(high);
    return from.equals(to) ? from : from + " to " + to;
  }
}
