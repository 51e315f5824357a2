package org.prmlab.training;

import org.prmlab.model.TrainingLoss;

/** What a label becomes in training (the paper, section 2.2, for the first two). */
public enum TargetKind {
  /** One of two classes, by cross-entropy. */
  HARD(TrainingLoss.CROSS_ENTROPY),
  /** A probability, by squared error. */
  SOFT(TrainingLoss.SQUARED_ERROR),
  /**
   * A count of rollouts that succeeded, by the Beta-Binomial likelihood (BetaPRM, arXiv
   * 2605.15529): 1 of 2 says less than 8 of 16. Labels without counts are an error.
   */
  BETA_BINOMIAL(TrainingLoss.BETA_BINOMIAL);

  private final TrainingLoss loss;

  TargetKind(TrainingLoss loss) {
    this.loss = loss;
  }

  TrainingLoss loss() {
    return loss;
  }
}
