package org.prmlab.training;

import org.prmlab.model.TrainingLoss;

/** What a label becomes in training (the paper, section 2.2). */
public enum TargetKind {
  /** One of two classes, by cross-entropy. */
  HARD(TrainingLoss.CROSS_ENTROPY),
  /** A probability, by squared error. */
  SOFT(TrainingLoss.SQUARED_ERROR);

  private final TrainingLoss loss;

  TargetKind(TrainingLoss loss) {
    this.loss = loss;
  }

  TrainingLoss loss() {
    return loss;
  }
}
