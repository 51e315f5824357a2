package org.prmlab.cli.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.UnreadText;
import org.prmlab.cli.common.UsageReport;

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
    lines.add(UnreadText.of(judged.outputs(), judged.unread()));
    lines.add(usage.text());
    if (!missing.isEmpty()) {
      lines.add(missing.text("solutions have no labels", out));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
