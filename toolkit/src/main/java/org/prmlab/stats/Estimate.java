package org.prmlab.stats;

import java.util.Locale;
import java.util.Optional;

/**
 * An estimate and how far off it may be.
 *
 * <p>The bounds come from the method that made them (Wilson, bootstrap percentiles, ...); a
 * percentile interval need not contain its estimate. Where the data say nothing about the bounds,
 * they are infinite, so that every value is within them and nothing is shown to differ.
 *
 * @param value the estimate, in the unit of the quantity (rates in [0, 1])
 * @param low lower bound; minus infinity where it is unknown
 * @param high upper bound; infinity where it is unknown
 * @param level the confidence level, in (0, 1)
 * @param reason why the bounds are unknown; empty where they are known
 */
public record Estimate(
    double value, double low, double high, double level, Optional<String> reason) {
  /** The level used where none is named. */
  public static final double DEFAULT_LEVEL = 0.95;

  private static final String UNKNOWN = "too few";

  public Estimate {
    if (!Double.isFinite(value) || !(low <= high)) {
      throw new IllegalArgumentException(
          "interval %s [%s, %s]; a finite value and ordered bounds expected; is a class empty?"
              .formatted(value, low, high));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + "; a number in (0, 1) expected");
    }
  }

  /** An estimate with known bounds. */
  public Estimate(double value, double low, double high, double level) {
    this(value, low, high, level, Optional.empty());
  }

  /**
   * An estimate whose bounds the data do not tell.
   *
   * @param reason why, e.g. {@code 3 problems; at least 10 are needed}
   */
  public static Estimate unknown(double value, double level, String reason) {
    return new Estimate(
        value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level, Optional.of(reason));
  }

  /** Whether there are bounds. */
  public boolean isKnown() {
    return reason.isEmpty();
  }

  /** Whether {@code x} lies within the bounds. */
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  /** A rate in percent, as tables print it: {@code 61.2 [58.9, 63.4]}, {@code 61.2 [too few]}. */
  public String percent() {
    return text("%.1f", 100);
  }

  /** The quantity in its own unit: {@code 0.612 [0.589, 0.634]}, {@code 0.612 [too few]}. */
  @Override
  public String toString() {
    return text("%.3f", 1);
  }

  /**
   * The estimate in other units.
   *
   * @param format of each number, e.g. {@code %.1f}
   * @param factor from the quantity's unit to the printed one
   */
  public String text(String format, double factor) {
    return isKnown()
        ? String.format(
            Locale.ROOT,
            "%1$s [%1$s, %1$s]".formatted(format),
            factor * value,
            factor * low,
            factor * high)
        : String.format(Locale.ROOT, format + " [%s]", factor * value, UNKNOWN);
  }
}
