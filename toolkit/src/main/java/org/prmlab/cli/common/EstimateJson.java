package org.prmlab.cli.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.stats.Estimate;

/**
 * An estimate with its bounds, as {@code --json} prints it: {@code {"value", "low", "high"}}.
 *
 * @param low null where the data do not tell
 * @param high null where the data do not tell
 * @param reason why they do not; left out where they do
 */
public record EstimateJson(
    double value,
    @Nullable Double low,
    @Nullable Double high,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

  /** A rate in percent; null where there is none. */
  public static @Nullable EstimateJson percent(Optional<Estimate> rate) {
    return rate.map(EstimateJson::percent).orElse(null);
  }

  public static EstimateJson percent(Estimate rate) {
    return of(rate, 100);
  }

  /** A coefficient in its own unit; null where there is none. */
  public static @Nullable EstimateJson plain(Optional<Estimate> number) {
    return number.map(n -> of(n, 1)).orElse(null);
  }

  private static EstimateJson of(Estimate interval, double factor) {
    double value = factor * interval.value();
    return interval.isKnown()
        ? new EstimateJson(value, factor * interval.low(), factor * interval.high(), null)
        : new EstimateJson(value, null, null, interval.reason().orElse(null));
  }
}
