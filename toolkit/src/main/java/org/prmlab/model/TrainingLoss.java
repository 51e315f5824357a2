package org.prmlab.model;

/** What is made small at each read. */
public enum TrainingLoss {
  /** Natural log of the probability of the target's class, negative: hard labels. */
  CROSS_ENTROPY(0),
  /** Squared error of the softmax probability of class 1: soft labels. */
  SQUARED_ERROR(1),
  /**
   * Natural log of the probability of a count of successes under a Beta-Binomial distribution,
   * negative: Monte-Carlo counts (BetaPRM, arXiv 2605.15529). The paper predicts the mean and the
   * concentration of the Beta; here its two parameters are the exponentials of the two logits, so
   * the mean is the softmax probability of class 1, as with the other losses.
   */
  BETA_BINOMIAL(2);

  private final int engineCode;

  TrainingLoss(int engineCode) {
    this.engineCode = engineCode;
  }

  /** The number by which {@code training.py} knows it. */
  int engineCode() {
    return engineCode;
  }
}
