package org.prmlab.cli.common;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prmlab.stats.Estimate;

/** Estimates as tables print them. */
public final class EstimateText {
  private EstimateText() {}

  /** {@code 61.2 [58.9, 63.4]}, or {@code 61.2 [too few]}; a dash where there is none. */
  public static String of(@Nullable EstimateJson percent) {
    return percent == null ? "-" : format("%.1f", percent);
  }

  /** {@code 0.612 [0.589, 0.634]}, or {@code 0.612 [too few]}; a dash where there is none. */
  public static String ofCoefficient(@Nullable EstimateJson number) {
    return number == null ? "-" : format("%.3f", number);
  }

  /** {@code +2.3 [-0.6, +5.1]}: a difference. */
  public static String signed(EstimateJson difference) {
    return format("%+.1f", difference);
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String format(String number, EstimateJson e) {
    Double low = e.low();
    Double high = e.high();
    Estimate interval =
        low == null || high == null
            ? Estimate.unknown(e.value(), Estimate.DEFAULT_LEVEL, "")
            : new Estimate(e.value(), low, high, Estimate.DEFAULT_LEVEL);
    return interval.text(number, 1);
  }
}
