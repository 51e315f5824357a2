package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which solutions a result lacks.
 *
 * @param solutions how many
 * @param reasons by id, of the first few
 */
public record MissingReport(int solutions, Map<String, String> reasons) {
  private static final int SHOWN = 5;

  public static MissingReport of(Map<String, String> missing) {
    Map<String, String> few = new LinkedHashMap<>();
    missing.entrySet().stream().limit(SHOWN).forEach(e -> few.put(e.getKey(), e.getValue()));
    return new MissingReport(missing.size(), few);
  }

  public boolean isEmpty() {
    return solutions == 0;
  }

  public int exitCode() {
    return isEmpty() ? 0 : Failures.FAILED;
  }

  /**
   * The same for people.
   *
   * @param what is missing, e.g. {@code solutions have no labels}
   */
  public String text(String what, Path out) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "missing: %d %s and are not in %s; the same command asks for them again"
            .formatted(solutions, what, out));
    reasons.forEach((id, reason) -> lines.add("  " + id + ": " + reason));
    if (solutions > reasons.size()) {
      lines.add("  and %d more".formatted(solutions - reasons.size()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
