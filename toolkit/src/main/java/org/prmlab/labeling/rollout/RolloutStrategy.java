package org.prmlab.labeling.rollout;

import java.util.List;
import org.prmlab.data.StepLabel;

/** From which steps to draw how many rollouts. A pure function of what was drawn so far. */
public sealed interface RolloutStrategy permits EveryStep, FirstErrorSearch, AdaptiveStopping {

  /** How many rollouts a label takes. */
  RolloutBudget budget();

  /** Most rollouts from one step (the paper's K). */
  default int rollouts() {
    return budget().rollouts();
  }

  /**
   * What to draw next.
   *
   * @param drawn one tally a step
   * @return empty when the labels are made
   */
  List<RolloutPlan> next(List<RolloutCounts> drawn);

  /**
   * The labels of the steps; a step of which too few rollouts have a verdict is unlabeled.
   *
   * @param drawn one tally a step
   */
  default List<StepLabel> labels(List<RolloutCounts> drawn) {
    return drawn.stream().map(t -> t.label(budget().minDecided())).toList();
  }
}
