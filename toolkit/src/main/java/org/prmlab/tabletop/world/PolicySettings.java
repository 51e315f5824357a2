package org.prmlab.tabletop.world;

import org.prmlab.model.AdamW;

/**
 * How a tabletop language model is trained: at a constant rate until it is good enough, then some
 * steps in which the rate falls to a tenth. So models of different seeds are about equally strong.
 *
 * @param rate learning rate, reached after fifty steps
 * @param tokens of a batch
 * @param stop when the rate begins to fall
 * @param decaySteps steps of the falling rate
 */
record PolicySettings(BaseText text, double rate, int tokens, PolicyStop stop, int decaySteps) {
  static final AdamW ADAM_W = AdamW.withDefaults().withBeta2(0.98);

  public PolicySettings {
    if (!(rate > 0) || tokens < 1 || decaySteps < 1) {
      throw new IllegalArgumentException(
          "rate %s, %d tokens a batch, %d steps of the falling rate; expected above 0, 1 and 1 at least"
              .formatted(rate, tokens, decaySteps));
    }
  }
}
