package org.prmlab.labeling;

import java.util.List;
import org.prmlab.data.StepLabel;

/** From which steps to draw how many rollouts. A pure function of what was drawn so far. */
public sealed interface RolloutStrategy permits EveryStep, FirstErrorSearch, AdaptiveStopping {

  /** Most rollouts from one step (the paper's K). */
  int rollouts();

  /**
   * What to draw next.
   *
   * @param drawn one tally a step
   * @return empty when the labels are made
   */
  List<StepDraw> next(List<StepTally> drawn);

  /**
   * The labels of the steps.
   *
   * @param drawn one tally a step
   */
  default List<StepLabel> labels(List<StepTally> drawn) {
    return drawn.stream().map(StepTally::label).toList();
  }
}
