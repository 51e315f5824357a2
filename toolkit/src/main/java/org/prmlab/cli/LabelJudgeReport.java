package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What {@code label judge} did.
 *
 * @param solutions in the file
 */
record LabelJudgeReport(
    String model,
    int solutions,
    JudgeWindow.Counts judged,
    UsageReport usage,
    MissingReport missing,
    Path out) {

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %d solutions -> %s".formatted(model, solutions - missing.solutions(), out));
    lines.add(
        "verdicts: %d with an error, %d without, %d open because no output could be read"
            .formatted(
                judged.errors(),
                judged.decided() - judged.errors(),
                solutions - missing.solutions() - judged.decided()));
    int unread = judged.faults().values().stream().mapToInt(Integer::intValue).sum();
    String why = unread == 0 ? "" : " " + new TreeMap<>(judged.faults());
    lines.add("outputs: %d, of these %d unread%s".formatted(judged.outputs(), unread, why));
    lines.add(usage.text());
    if (!missing.isEmpty()) {
      lines.add(missing.text("solutions have no labels", out));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
