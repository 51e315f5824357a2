package org.prmlab.labeling.rollout;

import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.llm.SampleRange;

/**
 * The same number of rollouts from every step (the paper, section 3.1: 8).
 *
 * @param budget rollouts from each step
 */
public record EveryStep(RolloutBudget budget) implements RolloutStrategy {
  /** So many rollouts from each step, half of which must have a verdict. */
  public EveryStep(int rollouts) {
    this(RolloutBudget.of(rollouts));
  }

  @Override
  public List<RolloutPlan> next(List<RolloutCounts> drawn) {
    return IntStream.range(0, drawn.size())
        .filter(i -> drawn.get(i).total() < rollouts())
        .mapToObj(i -> new RolloutPlan(i, rest(drawn.get(i), rollouts())))
        .toList();
  }

  /** The rollouts of a step that are still to be drawn. */
  static SampleRange rest(RolloutCounts drawn, int rollouts) {
    return new SampleRange(drawn.total(), rollouts - drawn.total());
  }
}
