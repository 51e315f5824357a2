package org.prmlab.tabletop;

import org.prmlab.model.AdamW;

/**
 * How a tabletop language model is trained: at a constant rate until it is good enough, then some
 * steps in which the rate falls to a tenth. So models of different seeds are about equally strong.
 *
 * @param rate learning rate, reached after fifty steps
 * @param tokens of a batch
 * @param solveStop loss at the results of right solutions, mean of sixty batches, to fall below
 * @param markStop loss at the marks, to fall below
 * @param mostSteps steps at the constant rate at most
 * @param decaySteps steps of the falling rate
 */
public record PolicySettings(
    BaseText text,
    double rate,
    int tokens,
    double solveStop,
    double markStop,
    int mostSteps,
    int decaySteps) {
  static final AdamW ADAM_W = AdamW.withDefaults().withBeta2(0.98);

  public PolicySettings {
    if (!(rate > 0) || tokens < 1 || mostSteps < 0 || decaySteps < 1) {
      throw new IllegalArgumentException(
          "rate %s, %d tokens a batch, at most %d steps, then %d; expected above 0, 1, 0 and 1 at least"
              .formatted(rate, tokens, mostSteps, decaySteps));
    }
  }
}
