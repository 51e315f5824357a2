package org.prmlab.cli.bench;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Looks for the setting that is fastest for one side, by one run of each. */
final class FastestOf {
  private final PrintWriter err;

  FastestOf(PrintWriter err) {
    this.err = err;
  }

  /**
   * The fastest of some settings; the only one, without a run.
   *
   * @param seconds of the work with a setting, after a warm-up; settings that fail, such as for
   *     want of memory, are left out
   * @throws IllegalStateException if all fail
   */
  <T> T find(String side, List<T> settings, ToDoubleFunction<T> seconds) {
    if (settings.size() == 1) {
      return settings.get(0);
    }
    Map<T, Double> times = new HashMap<>();
    for (T setting : settings) {
      try {
        double time = seconds.applyAsDouble(setting);
        times.put(setting, time);
        err.println(
            String.format(
                Locale.ROOT, "looking for the best of %s: %s %.3f s", side, setting, time));
      } catch (IllegalStateException e) {
        err.println(
            "looking for the best of %s: %s failed: %s".formatted(side, setting, e.getMessage()));
      }
      err.flush();
    }
    return times.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .orElseThrow(() -> new IllegalStateException(side + ": no setting of " + settings + " ran"))
        .getKey();
  }
}
