package org.prmlab.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.evaluation.Interval;

/** An estimate with its bounds, as {@code --json} prints it: {@code {"value", "low", "high"}}. */
record EstimateJson(double value, double low, double high) {

  /** A rate in percent; null where there is none. */
  static @Nullable EstimateJson percent(Optional<Interval> rate) {
    return rate.map(EstimateJson::percent).orElse(null);
  }

  static EstimateJson percent(Interval rate) {
    return new EstimateJson(100 * rate.value(), 100 * rate.low(), 100 * rate.high());
  }

  /** A coefficient in its own unit; null where there is none. */
  static @Nullable EstimateJson plain(Optional<Interval> number) {
    return number.map(n -> new EstimateJson(n.value(), n.low(), n.high())).orElse(null);
  }
}
