package org.prmlab.training;

import org.prmlab.data.StepDataset;

/**
 * Labeled solutions that a training is watched with and never learns from. What is kept are the
 * weights with the lowest loss on them.
 *
 * @param everySteps steps between two measurements; 0 for one at the end of every epoch
 * @param patience measurements in a row without a lower loss after which training stops; 0 to go on
 *     to the end
 */
public record HeldOut(StepDataset data, int everySteps, int patience) {
  public HeldOut {
    if (everySteps < 0 || patience < 0) {
      throw new IllegalArgumentException(
          "a measurement every %d steps, patience of %d; expected at least 0 each"
              .formatted(everySteps, patience));
    }
  }

  /** Measured at the end of every epoch, all epochs. */
  public static HeldOut of(StepDataset data) {
    return new HeldOut(data, 0, 0);
  }

  public HeldOut withEverySteps(int steps) {
    return new HeldOut(data, steps, patience);
  }

  public HeldOut withPatience(int measurements) {
    return new HeldOut(data, everySteps, measurements);
  }
}
