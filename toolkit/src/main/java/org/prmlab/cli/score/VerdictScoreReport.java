package org.prmlab.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.UsageReport;

/**
 * What scoring by a PRM that writes did.
 *
 * @param solutions in the file
 */
record VerdictScoreReport(
    String prm,
    String family,
    int solutions,
    VerdictWindow.Counts read,
    UsageReport usage,
    MissingReport missing,
    Path out) {

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s): %d solutions, %d steps with a score -> %s"
            .formatted(prm, family, solutions - missing.solutions(), read.scored(), out));
    if (read.unscored() > 0) {
      lines.add(
          "%d steps have no score: their verdict, or that of a step before them, could not be read"
              .formatted(read.unscored()));
    }
    int unread = read.unread().values().stream().mapToInt(Integer::intValue).sum();
    String why = unread == 0 ? "" : " " + new TreeMap<>(read.unread());
    lines.add(
        "outputs: %d with %d verdicts, of these %d unread%s"
            .formatted(read.outputs(), read.readings(), unread, why));
    if (read.withoutProbability() > 0) {
      lines.add(
          "%d verdicts came without token probabilities; does the server send logprobs?"
              .formatted(read.withoutProbability()));
    }
    lines.add(usage.text());
    if (!missing.isEmpty()) {
      lines.add(missing.text("solutions have no scores", out));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
