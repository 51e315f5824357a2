package org.prmlab.cli.common;

import java.util.Locale;
import java.util.Optional;
import org.prmlab.stats.Estimate;

/** Numbers as lines beside tables print them. */
public final class EstimateText {
  private EstimateText() {}

  /** {@code 61.2 [58.9, 63.4]}, or {@code 61.2 [too few]}; a dash where there is none. */
  public static String of(Optional<Estimate> rate) {
    return rate.map(Estimate::percent).orElse("-");
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
