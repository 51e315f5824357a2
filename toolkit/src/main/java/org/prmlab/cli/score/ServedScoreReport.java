package org.prmlab.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.Named;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.served.ScoreScale;

/**
 * What scoring by a server did.
 *
 * @param solutions in the file
 * @param steps with a score
 * @param outcomes solutions that were scored as a whole
 * @param scale what the server's numbers were
 */
record ServedScoreReport(
    String prm,
    String family,
    int solutions,
    long steps,
    long outcomes,
    ScoreScale scale,
    UsageReport usage,
    MissingReport missing,
    Path out) {

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s): %d solutions, %s -> %s"
            .formatted(
                prm,
                family,
                solutions - missing.solutions(),
                outcomes > 0 ? "scored as a whole" : steps + " steps",
                out));
    if (scale != ScoreScale.AUTO) {
      lines.add("the server's numbers are " + Named.name(scale));
    }
    lines.add(usage.text());
    if (!missing.isEmpty()) {
      lines.add(missing.text("solutions have no scores", out));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
