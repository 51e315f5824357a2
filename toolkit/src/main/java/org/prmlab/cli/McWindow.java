package org.prmlab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prmlab.data.LabeledSolution;
import org.prmlab.evaluation.Interval;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.MonteCarloLabeler;
import org.prmlab.labeling.MonteCarloLabels;
import org.prmlab.labeling.RolloutStrategy;
import org.prmlab.labeling.StepTally;

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
  private StepTally outcomes = StepTally.none();

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
    for (int i = 0; i < labels.size(); i++) {
      outcomes = outcomes.plus(labels.get(i).sum());
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

  private static void add(StepTally tally, ArrayNode steps) {
    if (tally.total() == 0) {
      steps.addNull();
      return;
    }
    Interval interval = tally.interval(Interval.DEFAULT_LEVEL);
    ObjectNode step = steps.addObject();
    step.put("correct", tally.correct()).put("wrong", tally.wrong());
    step.put("undecided", tally.undecided()).put("unanswered", tally.unanswered());
    step.put("cut", tally.cut());
    step.put("low", interval.low()).put("high", interval.high());
  }

  LabelingCost cost() {
    return cost;
  }

  StepTally outcomes() {
    return outcomes;
  }
}
