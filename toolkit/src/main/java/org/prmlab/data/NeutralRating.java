package org.prmlab.data;

import java.util.Optional;

/**
 * What a {@link StepLabel.Rating#NEUTRAL} rating becomes in a two-class label. The paper and
 * PRM800K's own evaluation count it as correct; TRL's converter counts it as incorrect.
 */
public enum NeutralRating {
  AS_CORRECT(Optional.of(StepLabel.Hard.CORRECT)),
  AS_INCORRECT(Optional.of(StepLabel.Hard.INCORRECT)),
  /** The step counts as unlabeled. */
  DROP(Optional.empty());

  private final Optional<StepLabel.Hard> label;

  NeutralRating(Optional<StepLabel.Hard> label) {
    this.label = label;
  }

  Optional<StepLabel.Hard> label() {
    return label;
  }
}
