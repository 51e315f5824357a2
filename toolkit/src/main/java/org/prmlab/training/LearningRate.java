package org.prmlab.training;

/**
 * A learning rate over the steps of a run: a straight line up to the peak, then a decay.
 *
 * @param peak above 0
 * @param warmupSteps steps until the peak, at least 0
 * @param finalShare share of the peak that the decay ends at, in [0, 1]
 */
public record LearningRate(double peak, int warmupSteps, RateDecay decay, double finalShare) {
  public LearningRate {
    if (!(peak > 0) || warmupSteps < 0 || !(finalShare >= 0 && finalShare <= 1)) {
      throw new IllegalArgumentException(
          "learning rate %s, %d warm-up steps, final share %s; expected > 0, >= 0, in [0, 1]"
              .formatted(peak, warmupSteps, finalShare));
    }
  }

  /** A rate that rises for 20 steps and then falls along a cosine to 0.05 of its peak. */
  public static LearningRate withDefaults(double peak) {
    return new LearningRate(peak, 20, RateDecay.COSINE, 0.05);
  }

  /** The rate of a step, counted from 0. */
  public double at(int step, int steps) {
    if (step < warmupSteps) {
      return peak * (step + 1) / warmupSteps;
    }
    double progress = (double) (step - warmupSteps) / Math.max(1, steps - warmupSteps);
    return peak * (finalShare + (1 - finalShare) * decay.factor(progress));
  }
}
