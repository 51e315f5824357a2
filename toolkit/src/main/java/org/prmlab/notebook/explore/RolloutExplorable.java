package org.prmlab.notebook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.prmlab.data.Verdict;
import org.prmlab.labeling.StepRollouts;
import org.prmlab.labeling.rollout.RolloutCounts;
import org.prmlab.labeling.rollout.RolloutOutcome;
import org.prmlab.report.Html;
import org.prmlab.report.ResultTable;
import org.prmlab.report.View;
import org.prmlab.stats.Estimate;

/** Rollouts that appear one by one, with the count, its interval and the hard label so far. */
final class RolloutExplorable {
  private static final double LEVEL = 0.95;

  private final StepRollouts rollouts;
  private final Verdict truth;

  private RolloutExplorable(StepRollouts rollouts, Verdict truth) {
    this.rollouts = rollouts;
    this.truth = truth;
  }

  static View of(StepRollouts rollouts, Verdict truth) {
    if (rollouts.steps().stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          "a step of solution '%s' has no rollouts; at least one a step expected"
              .formatted(rollouts.solution().id()));
    }
    return new RolloutExplorable(rollouts, truth).view();
  }

  private View view() {
    String title = "Rollouts one by one, from a step of your choice";
    Map<String, Object> data = SolutionData.of(rollouts.solution());
    data.put("truth", SolutionData.of(truth));
    data.put("rollouts", IntStream.range(0, rollouts.steps().size()).mapToObj(this::step).toList());
    ResultTable table = table();
    String problem = "<p>%s</p>".formatted(Html.escape(rollouts.solution().problem().text()));
    return new ExplorePage("rollouts", title, problem + table.toHtml(), data)
        .view(title + "\n" + table);
  }

  private ResultTable table() {
    ResultTable table =
        ResultTable.withColumns("step", "text", "reach the answer", "95 % interval", "in truth");
    for (int i = 0; i < rollouts.steps().size(); i++) {
      RolloutCounts tally = rollouts.tally(i, rollouts.steps().get(i).size());
      table =
          table.row(
              i + 1,
              rollouts.solution().steps().get(i),
              tally.correct() + " of " + tally.decided(),
              interval(tally),
              truth.earliestError().orElse(-1) == i ? "first error" : "");
    }
    return table.withCaption("all rollouts of each step that have a verdict");
  }

  private static String interval(RolloutCounts tally) {
    if (tally.decided() == 0) {
      return "-";
    }
    Estimate all = tally.interval(LEVEL);
    return String.format(Locale.ROOT, "%.2f to %.2f", all.low(), all.high());
  }

  private Map<String, Object> step(int step) {
    List<StepRollouts.Judged> all = rollouts.steps().get(step);
    List<List<Double>> intervals = new ArrayList<>(); // after 0, 1, ... rollouts
    for (int first = 0; first <= all.size(); first++) {
      RolloutCounts tally = rollouts.tally(step, first);
      if (tally.decided() == 0) {
        intervals.add(List.of(0.0, 1.0));
      } else {
        Estimate known = tally.interval(LEVEL);
        intervals.add(List.of(known.low(), known.high()));
      }
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("texts", all.stream().map(r -> r.text().strip()).toList());
    data.put("outcomes", all.stream().map(r -> outcome(r.outcome())).toList());
    data.put("intervals", intervals);
    return data;
  }

  private static String outcome(RolloutOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
