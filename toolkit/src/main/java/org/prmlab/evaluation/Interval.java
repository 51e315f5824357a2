package org.prmlab.evaluation;

import java.util.Locale;

/**
 * An estimate and how far off it may be.
 *
 * <p>The bounds come from the method that made them (Wilson, bootstrap percentiles, ...); a
 * percentile interval need not contain its estimate.
 *
 * @param value the estimate, in the unit of the quantity (rates in [0, 1])
 * @param low lower bound
 * @param high upper bound
 * @param level the confidence level, in (0, 1)
 */
public record Interval(double value, double low, double high, double level) {
  /** The level used where none is named. */
  public static final double DEFAULT_LEVEL = 0.95;

  public Interval {
    if (!Double.isFinite(value) || !(low <= high)) {
      throw new IllegalArgumentException(
          "interval %s [%s, %s]; a finite value and ordered bounds expected; is a class empty?"
              .formatted(value, low, high));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + "; a number in (0, 1) expected");
    }
  }

  /** Whether {@code x} lies within the bounds. */
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  /** A rate in percent, as tables print it: {@code 61.2 [58.9, 63.4]}. */
  public String percent() {
    return String.format(Locale.ROOT, "%.1f [%.1f, %.1f]", 100 * value, 100 * low, 100 * high);
  }

  /** The quantity in its own unit: {@code 0.612 [0.589, 0.634]}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, low, high);
  }
}
