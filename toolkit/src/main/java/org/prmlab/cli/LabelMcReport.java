package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.StepTally;

/**
 * What {@code label mc} did.
 *
 * @param solutions in the file
 * @param steps of the solutions that were written
 * @param outcomes of all rollouts
 * @param cost of the labels, and of the full sweep
 */
record LabelMcReport(
    String model,
    String strategy,
    int solutions,
    int steps,
    StepTally outcomes,
    LabelingCost cost,
    UsageReport usage,
    MissingReport missing,
    Path out) {

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d solutions, %d steps -> %s"
            .formatted(model, solutions - missing.solutions(), steps, out));
    lines.add("strategy: " + strategy);
    lines.add(
        String.format(
            Locale.ROOT,
            "rollouts: %,d of the %,d of a full sweep; tokens written: %,d of about %,d",
            cost.rollouts(),
            cost.fullRollouts(),
            cost.completionTokens(),
            cost.fullCompletionTokens()));
    lines.add(
        "outcomes: %s correct, %s wrong, %s undecided, %s without answer; %s cut off by --max-new-tokens"
            .formatted(
                share(outcomes.correct()),
                share(outcomes.wrong()),
                share(outcomes.undecided()),
                share(outcomes.unanswered()),
                share(outcomes.cut())));
    lines.add(usage.text());
    if (!missing.isEmpty()) {
      lines.add(missing.text("solutions have no labels", out));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private String share(int count) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / Math.max(1, outcomes.total()));
  }
}
