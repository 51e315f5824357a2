package org.prmlab.plot;

import java.util.stream.DoubleStream;

/**
 * The range of an axis of values.
 *
 * @param least what it never goes below
 * @param most what it never goes above
 * @param extent whether it spans all of that or what the data need
 */
record ValueAxis(double least, double most, Extent extent) {
  /** Rates in percent: nothing is drawn below 0 or above 100. */
  static final ValueAxis RATE = new ValueAxis(0, 100, Extent.DATA);

  /** Probabilities, all of them. */
  static final ValueAxis SHARE = new ValueAxis(0, 1, Extent.ALL);

  /** Differences and other numbers without ends. */
  static final ValueAxis FREE =
      new ValueAxis(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Extent.DATA);

  /** Coefficients of agreement. */
  static final ValueAxis COEFFICIENT = new ValueAxis(-1, 1, Extent.DATA);

  private static final double MARGIN = 0.05; // of what the data span

  enum Extent {
    DATA,
    FROM_ZERO,
    ALL
  }

  ValueAxis {
    if (!(least < most)) {
      throw new IllegalArgumentException(
          "axis from %s to %s; the first is to be below the second".formatted(least, most));
    }
  }

  /** This axis, beginning at 0: what bars need. */
  ValueAxis fromZero() {
    return new ValueAxis(least, most, Extent.FROM_ZERO);
  }

  /** Where it begins and ends for these numbers: data, ends of intervals, references. */
  double[] ends(DoubleStream numbers) {
    if (extent == Extent.ALL) {
      return new double[] {least, most};
    }
    var all = numbers.map(this::cut).summaryStatistics();
    if (all.getCount() == 0) {
      return new double[] {Math.max(least, 0), Math.min(most, 1)};
    }
    double low = extent == Extent.FROM_ZERO ? Math.min(0, all.getMin()) : all.getMin();
    double span = all.getMax() - low;
    double margin = span > 0 ? MARGIN * span : Math.max(1e-3, Math.abs(low) / 20);
    boolean zero = extent == Extent.FROM_ZERO && low == 0;
    return new double[] {
      zero ? 0 : Math.max(least, low - margin), Math.min(most, all.getMax() + margin)
    };
  }

  /** The nearest number that the axis may show. */
  double cut(double value) {
    return Math.max(least, Math.min(most, value));
  }

  /** Whether a number lies beyond what the axis may show. */
  boolean isBeyond(double value) {
    return value < least || value > most;
  }
}
