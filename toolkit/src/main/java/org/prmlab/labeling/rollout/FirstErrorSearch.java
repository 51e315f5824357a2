package org.prmlab.labeling.rollout;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.StepLabel;

/**
 * Binary search for the first step that is not correct: ceil(log2(steps + 1)) steps are rolled out
 * instead of all. Right if no step after the first incorrect one is correct again; where rollouts
 * are noisy it may find a later or an earlier one than the full sweep.
 *
 * <p>Steps before the error that was found are labeled correct without counts if they were passed
 * over, steps behind it are unlabeled. Where too few rollouts have a verdict the search cannot go
 * on: that step stays unlabeled, and so does all that was not looked at.
 *
 * @param budget rollouts from each step it looks at
 * @param threshold in [0, 1); a step is correct if its rate is above it
 * @see <a href="https://arxiv.org/abs/2406.06592">Luo et al. 2024 (OmegaPRM), section 3.2</a>
 */
public record FirstErrorSearch(RolloutBudget budget, double threshold) implements RolloutStrategy {
  public FirstErrorSearch {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + "; expected in [0, 1)");
    }
  }

  /** So many rollouts from each step it looks at, half of which must have a verdict. */
  public FirstErrorSearch(int rollouts, double threshold) {
    this(RolloutBudget.of(rollouts), threshold);
  }

  @Override
  public List<RolloutPlan> next(List<RolloutCounts> drawn) {
    Bounds bounds = search(drawn);
    if (bounds.isClosed() || drawn.get(bounds.middle()).total() >= rollouts()) {
      return List.of();
    }
    int step = bounds.middle();
    return List.of(new RolloutPlan(step, EveryStep.rest(drawn.get(step), rollouts())));
  }

  @Override
  public List<StepLabel> labels(List<RolloutCounts> drawn) {
    Bounds bounds = search(drawn);
    List<StepLabel> labels = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      boolean implied = drawn.get(i).total() == 0 && i < bounds.correct();
      labels.add(implied ? StepLabel.Hard.CORRECT : drawn.get(i).label(budget.minDecided()));
    }
    return labels;
  }

  /** Halves what is left as long as its middle was drawn and has a verdict. */
  private Bounds search(List<RolloutCounts> drawn) {
    Bounds bounds = new Bounds(0, drawn.size());
    while (!bounds.isClosed() && isDecided(drawn.get(bounds.middle()))) {
      bounds =
          drawn.get(bounds.middle()).isAbove(threshold)
              ? new Bounds(bounds.middle() + 1, bounds.open())
              : new Bounds(bounds.correct(), bounds.middle());
    }
    return bounds;
  }

  private boolean isDecided(RolloutCounts drawn) {
    return drawn.total() >= rollouts() && drawn.suffices(budget.minDecided());
  }

  /** The first {@code correct} steps are, the first error is not behind step {@code open}. */
  private record Bounds(int correct, int open) {
    boolean isClosed() {
      return correct == open;
    }

    int middle() {
      return (correct + open) >>> 1;
    }
  }
}
