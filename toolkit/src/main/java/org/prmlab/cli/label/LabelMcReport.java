package org.prmlab.cli.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.rollout.RolloutCounts;
import org.prmlab.labeling.rollout.RolloutTrouble;

/**
 * What {@code label mc} did.
 *
 * @param solutions in the file
 * @param steps of the solutions that were written
 * @param unlabeledSteps steps that were rolled out and have no label: too few verdicts
 * @param outcomes of all rollouts
 * @param lastValues rollouts that name no answer, so that their last value was taken for it
 * @param cost of the labels, and of the full sweep
 */
record LabelMcReport(
    String model,
    String strategy,
    int solutions,
    int steps,
    int unlabeledSteps,
    RolloutCounts outcomes,
    int lastValues,
    LabelingCost cost,
    UsageReport usage,
    MissingReport missing,
    Path out) {
  private static final double WORTH_A_WARNING = 0.02; // of the rollouts, without a verdict

  /** Rollouts without a verdict, in percent of all. */
  private double withoutVerdict() {
    return 100.0 * (outcomes.total() - outcomes.decided()) / Math.max(1, outcomes.total());
  }

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
        "outcomes: %s correct, %s wrong; no verdict: %s cut off before an answer, %s after one, %s without answer, %s undecided"
            .formatted(
                share(outcomes.correct()),
                share(outcomes.wrong()),
                share(outcomes.cut()),
                share(outcomes.ranOn()),
                share(outcomes.unanswered()),
                share(outcomes.undecided())));
    lines.add(
        "steps rolled out and left without a label, since too few rollouts have a verdict: "
            + unlabeledSteps);
    warning().ifPresent(lines::add);
    lines.add("answers that are only the last formula or number: " + share(lastValues));
    if (lastValues > WORTH_A_WARNING * outcomes.total()) {
      lines.add(
          "warning: %s of the rollouts name no answer, so their last value was taken for it; let"
                  .formatted(share(lastValues))
              + " --prompt ask for a form such as \\boxed{}");
    }
    lines.add(usage.text());
    if (!missing.isEmpty()) {
      lines.add(missing.text("solutions have no labels", out));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private Optional<String> warning() {
    return withoutVerdict() <= 100 * WORTH_A_WARNING
        ? Optional.empty()
        : RolloutTrouble.most(outcomes)
            .map(
                most ->
                    String.format(
                        Locale.ROOT,
                        "warning: %.1f %% of the rollouts have no verdict; %s: %s",
                        withoutVerdict(),
                        most.of(outcomes),
                        McWindow.advice(most)));
  }

  private String share(int count) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / Math.max(1, outcomes.total()));
  }
}
