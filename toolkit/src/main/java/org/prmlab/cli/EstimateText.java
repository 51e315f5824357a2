package org.prmlab.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prmlab.evaluation.Interval;

/** Estimates as tables print them. */
final class EstimateText {
  private EstimateText() {}

  /** {@code 61.2 [58.9, 63.4]}, or {@code 61.2 [too few]}; a dash where there is none. */
  static String of(@Nullable EstimateJson percent) {
    return percent == null ? "-" : format("%.1f", percent);
  }

  /** {@code 0.612 [0.589, 0.634]}, or {@code 0.612 [too few]}; a dash where there is none. */
  static String ofCoefficient(@Nullable EstimateJson number) {
    return number == null ? "-" : format("%.3f", number);
  }

  /** {@code +2.3 [-0.6, +5.1]}: a difference. */
  static String signed(EstimateJson difference) {
    return format("%+.1f", difference);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String format(String number, EstimateJson e) {
    Double low = e.low();
    Double high = e.high();
    Interval interval =
        low == null || high == null
            ? Interval.unknown(e.value(), Interval.DEFAULT_LEVEL, "")
            : new Interval(e.value(), low, high, Interval.DEFAULT_LEVEL);
    return interval.text(number, 1);
  }
}
