package org.prmlab.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Estimates as tables print them. */
final class EstimateText {
  private EstimateText() {}

  /** {@code 61.2 [58.9, 63.4]}; a dash where there is none. */
  static String of(@Nullable EstimateJson percent) {
    return percent == null ? "-" : format("%.1f [%.1f, %.1f]", percent);
  }

  /** {@code 0.612 [0.589, 0.634]}; a dash where there is none. */
  static String ofCoefficient(@Nullable EstimateJson number) {
    return number == null ? "-" : format("%.3f [%.3f, %.3f]", number);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String format(String pattern, EstimateJson e) {
    return String.format(Locale.ROOT, pattern, e.value(), e.low(), e.high());
  }
}
