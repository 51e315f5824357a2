package org.prmlab.labeling;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The same number of rollouts from every step (the paper, section 3.1: 8).
 *
 * @param rollouts at least 1
 */
public record EveryStep(int rollouts) implements RolloutStrategy {
  public EveryStep {
    if (rollouts < 1) {
      throw new IllegalArgumentException(rollouts + " rollouts; at least 1 expected");
    }
  }

  @Override
  public List<StepDraw> next(List<StepTally> drawn) {
    return IntStream.range(0, drawn.size())
        .filter(i -> drawn.get(i).total() < rollouts)
        .mapToObj(i -> new StepDraw(i, rest(drawn.get(i), rollouts)))
        .toList();
  }

  /** The rollouts of a step that are still to be drawn. */
  static SampleRange rest(StepTally drawn, int rollouts) {
    return new SampleRange(drawn.total(), rollouts - drawn.total());
  }
}
