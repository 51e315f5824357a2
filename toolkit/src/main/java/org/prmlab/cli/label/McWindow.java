package org.prmlab.cli.label;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.data.LabeledSolution;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.rollout.MonteCarloLabeler;
import org.prmlab.labeling.rollout.MonteCarloLabels;
import org.prmlab.labeling.rollout.RolloutCounts;
import org.prmlab.labeling.rollout.RolloutStrategy;
import org.prmlab.labeling.rollout.RolloutTrouble;
import org.prmlab.labeling.rollout.RolloutWatch;
import org.prmlab.stats.Estimate;

/**
 * Labels windows of solutions by rollouts and adds up what came out. A record gets its counts, and
 * in the field {@code <source>_rollouts} how they were made, with the interval of every step.
 */
final class McWindow implements LabelRun.Window {
  private final MonteCarloLabeler labeler;
  private final RolloutStrategy strategy;
  private final String source;
  private final ObjectNode settings;
  private LabelingCost cost = new LabelingCost(0, 0, 0, 0);
  private final RolloutWatch watch = new RolloutWatch();
  private Optional<RolloutTrouble> trouble = Optional.empty(); // of the last window
  private int unlabeled;

  /**
   * @param settings what is recorded of the model and its sampling
   */
  McWindow(
      MonteCarloLabeler labeler, RolloutStrategy strategy, String source, ObjectNode settings) {
    this.labeler = labeler;
    this.strategy = strategy;
    this.source = source;
    this.settings = settings;
  }

  @Override
  public List<LabelRun.Labeled> label(List<LabeledSolution> window) {
    List<MonteCarloLabels> labels =
        labeler.label(window.stream().map(LabeledSolution::solution).toList());
    cost = cost.plus(LabelingCost.of(labels, strategy));
    List<LabelRun.Labeled> labeled = new ArrayList<>();
    trouble =
        watch.after(
            labels.stream()
                .map(MonteCarloLabels::sum)
                .reduce(RolloutCounts.none(), RolloutCounts::plus));
    for (int i = 0; i < labels.size(); i++) {
      unlabeled += labels.get(i).unlabeled();
      labeled.add(
          new LabelRun.Labeled(record(window.get(i), labels.get(i)), labels.get(i).missing()));
    }
    return labeled;
  }

  private LabeledSolution record(LabeledSolution record, MonteCarloLabels labels) {
    ObjectNode more = settings.deepCopy();
    more.put("completion_tokens", labels.usage().completionTokens());
    ArrayNode steps = more.putArray("steps");
    labels.tallies().forEach(tally -> add(tally, steps));
    return LabelRun.with(record, labels.as(source), Map.of(source + "_rollouts", more.toString()));
  }

  private static void add(RolloutCounts tally, ArrayNode steps) {
    if (tally.total() == 0) {
      steps.addNull();
      return;
    }
    ObjectNode step = steps.addObject();
    step.put("correct", tally.correct()).put("wrong", tally.wrong());
    step.put("undecided", tally.undecided()).put("unanswered", tally.unanswered());
    step.put("cut", tally.cut()).put("ran_on", tally.ranOn());
    if (tally.decided() > 0) {
      Estimate interval = tally.interval(Estimate.DEFAULT_LEVEL);
      step.put("low", interval.low()).put("high", interval.high());
    }
  }

  /**
   * Ends a run that would be paid for in vain.
   *
   * @throws IllegalStateException if (nearly) all rollouts of the last window have no verdict
   */
  void requireVerdicts(Path journal) {
    trouble.ifPresent(
        most -> {
          throw new IllegalStateException(
              "%s: %s; the run ends before the rest is drawn: %s. What was drawn is in %s;"
                      .formatted(
                          labeled(watch.recent()), most.of(watch.recent()), advice(most), journal)
                  + " --keep-going labels what can be labeled");
        });
  }

  private static String labeled(RolloutCounts tally) {
    return String.format(
        Locale.ROOT, "only %,d of %,d rollouts have a verdict", tally.decided(), tally.total());
  }

  /** What to change where most rollouts suffer from this. */
  static String advice(RolloutTrouble trouble) {
    return switch (trouble) {
      case CUT_OFF -> "raise --max-new-tokens, or see whether --prompt suits the model";
      case RUN_ON -> "name by --stop the text that follows an answer, or let --prompt show an end";
      case NO_ANSWER ->
          "see whether the model goes on from a step: --prompt for a base model, --template or"
              + " --continue-by chat for one behind an endpoint";
      case NO_COMPARISON -> "see whether the field answer holds what the model is asked for";
    };
  }

  LabelingCost cost() {
    return cost;
  }

  RolloutCounts outcomes() {
    return watch.all();
  }

  /** Rollouts that name no answer, so that their last value was taken for it. */
  int lastValues() {
    return labeler.lastValues();
  }

  /** Steps that were rolled out and have no label. */
  int unlabeled() {
    return unlabeled;
  }
}
