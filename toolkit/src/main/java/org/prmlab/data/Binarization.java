package org.prmlab.data;

/**
 * How soft labels and ratings become two classes (the paper, sections 2.1 and 3.1.4, Figure 5).
 *
 * @param threshold in [0, 1); a soft label or rollout rate strictly above it is correct
 * @param neutral what a neutral rating becomes
 */
public record Binarization(double threshold, NeutralRating neutral) {
  public Binarization {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threshold " + threshold + ", outside [0, 1); a step is correct if its rate is above it");
    }
  }

  /** The paper's choices: threshold 0 (any rollout correct), neutral ratings are correct. */
  public static Binarization withDefaults() {
    return new Binarization(0, NeutralRating.AS_CORRECT);
  }

  /** This rule with another threshold, in [0, 1). */
  public Binarization withThreshold(double threshold) {
    return new Binarization(threshold, neutral);
  }

  /** This rule with another reading of neutral ratings. */
  public Binarization withNeutral(NeutralRating neutral) {
    return new Binarization(threshold, neutral);
  }

  StepLabel.Hard above(double probability) {
    return probability > threshold ? StepLabel.Hard.CORRECT : StepLabel.Hard.INCORRECT;
  }
}
