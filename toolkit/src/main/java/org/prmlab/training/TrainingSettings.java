package org.prmlab.training;

import org.prmlab.model.AdamW;

/**
 * How a model is trained.
 *
 * @param epochs passes over the data, at least 1
 * @param batch solutions a step of the optimizer, at least 1
 * @param rate learning rate of the decoder
 * @param headFactor how many times as high that of the head is, above 0
 * @param headOnlySteps steps at the beginning in which the decoder's rate is 0
 * @param tokensPerPass most tokens computed together, padding included; a batch of more is computed
 *     in several passes whose gradients are added up. One solution may be longer.
 * @param seed of the order of the data and of a new head
 */
public record TrainingSettings(
    int epochs,
    int batch,
    LearningRate rate,
    double headFactor,
    int headOnlySteps,
    AdamW adamW,
    int tokensPerPass,
    long seed) {
  public TrainingSettings {
    if (epochs < 1 || batch < 1 || tokensPerPass < 1 || headOnlySteps < 0 || !(headFactor > 0)) {
      throw new IllegalArgumentException(
          ("%d epochs, %d solutions a batch, %d tokens a pass, %d steps of the head only, head"
                  + " factor %s; expected at least 1, 1, 1 and 0, and above 0")
              .formatted(epochs, batch, tokensPerPass, headOnlySteps, headFactor));
    }
  }

  /** Three epochs of batches of 32 at a rate of 1e-5 that falls along a cosine to 0.05 of it. */
  public static TrainingSettings withDefaults(long seed) {
    return new TrainingSettings(
        3, 32, LearningRate.withDefaults(1e-5), 1, 0, AdamW.withDefaults(), 8192, seed);
  }

  public TrainingSettings withEpochs(int epochs) {
    return new TrainingSettings(
        epochs, batch, rate, headFactor, headOnlySteps, adamW, tokensPerPass, seed);
  }

  public TrainingSettings withBatch(int batch) {
    return new TrainingSettings(
        epochs, batch, rate, headFactor, headOnlySteps, adamW, tokensPerPass, seed);
  }

  public TrainingSettings withRate(LearningRate rate) {
    return new TrainingSettings(
        epochs, batch, rate, headFactor, headOnlySteps, adamW, tokensPerPass, seed);
  }

  /** With a head that learns faster, and alone for some steps at the beginning. */
  public TrainingSettings withHead(double factor, int onlySteps) {
    return new TrainingSettings(epochs, batch, rate, factor, onlySteps, adamW, tokensPerPass, seed);
  }

  public TrainingSettings withAdamW(AdamW adamW) {
    return new TrainingSettings(
        epochs, batch, rate, headFactor, headOnlySteps, adamW, tokensPerPass, seed);
  }

  public TrainingSettings withTokensPerPass(int tokens) {
    return new TrainingSettings(
        epochs, batch, rate, headFactor, headOnlySteps, adamW, tokens, seed);
  }
}
