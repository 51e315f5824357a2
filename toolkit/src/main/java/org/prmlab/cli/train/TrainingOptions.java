package org.prmlab.cli.train;

import org.prmlab.model.AdamW;
import org.prmlab.training.LearningRate;
import org.prmlab.training.RateDecay;
import org.prmlab.training.TrainingSettings;
import picocli.CommandLine.Option;

/** How a model is trained. */
final class TrainingOptions {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Passes over the data (default: 3).")
  private int epochs = 3;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description = "Solutions a step of the optimizer (default: 32).")
  private int batch = 32;

  @Option(
      names = "--rate",
      paramLabel = "X",
      defaultValue = "1e-5",
      description = "Highest learning rate (default: 1e-5).")
  private double rate = 1e-5;

  @Option(
      names = "--warmup",
      defaultValue = "20",
      paramLabel = "N",
      description = "Steps until the rate is at its highest (default: 20).")
  private int warmup = 20;

  @Option(
      names = "--decay",
      defaultValue = "cosine",
      paramLabel = "cosine|linear|constant",
      description = "How the rate falls after that (default: cosine).")
  private RateDecay decay = RateDecay.COSINE;

  @Option(
      names = "--final-share",
      paramLabel = "X",
      defaultValue = "0.05",
      description = "Share of the highest rate that it falls to (default: 0.05).")
  private double finalShare = 0.05;

  @Option(
      names = "--head-factor",
      paramLabel = "X",
      defaultValue = "1",
      description = "The head's rate as a multiple of the decoder's (default: 1).")
  private double headFactor = 1;

  @Option(
      names = "--head-only",
      defaultValue = "0",
      paramLabel = "N",
      description = "Steps at the beginning that train only the head (default: 0).")
  private int headOnly;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      defaultValue = "0.01",
      description = "AdamW's weight decay (default: 0.01).")
  private double weightDecay = 0.01;

  @Option(
      names = "--clip",
      defaultValue = "1",
      paramLabel = "X",
      description = "Largest norm of all gradients together; 0: no limit (default: 1).")
  private double clip = 1;

  @Option(
      names = "--max-tokens-per-pass",
      defaultValue = "8192",
      paramLabel = "N",
      description = "Most tokens computed together; larger batches take several passes.")
  private int tokensPerPass = 8192;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the order of the data and of a new head (default: 1).")
  private long seed = 1;

  TrainingSettings settings() {
    return TrainingSettings.withDefaults(seed)
        .withEpochs(epochs)
        .withBatch(batch)
        .withRate(new LearningRate(rate, warmup, decay, finalShare))
        .withHead(headFactor, headOnly)
        .withAdamW(AdamW.withDefaults().withWeightDecay(weightDecay).withLargestNorm(clip))
        .withTokensPerPass(tokensPerPass);
  }
}
