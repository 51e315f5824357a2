package org.prmlab.cli.common;

import org.prmlab.model.SamplingSettings;
import picocli.CommandLine.Option;

/** How tokens are drawn. */
public final class SamplingOptions {
  @Option(
      names = "--temperature",
      paramLabel = "X",
      description = "0 for the likeliest token always (default: 0.7 for rollouts, 0 for a judge).")
  private double temperature = Double.NaN;

  @Option(
      names = "--top-p",
      defaultValue = "0.8",
      paramLabel = "X",
      description = "Of the likeliest tokens those that reach X together (default: 0.8).")
  private double topP = 1;

  @Option(
      names = "--top-k",
      defaultValue = "0",
      paramLabel = "N",
      description = "Of the likeliest tokens at most N; 0 for no limit (default: 0).")
  private int topK;

  @Option(
      names = "--max-new-tokens",
      defaultValue = "2048",
      paramLabel = "N",
      description = "Most tokens of one sample (default: 2048).")
  private int maxNewTokens = 1;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of all samples (default: 1).")
  private long seed;

  public long seed() {
    return seed;
  }

  /**
   * @param temperature where none was given
   */
  public SamplingSettings sampling(double temperature) {
    return SamplingSettings.withDefaults(maxNewTokens)
        .withTemperature(Double.isNaN(this.temperature) ? temperature : this.temperature)
        .withTopP(topP)
        .withTopK(topK);
  }
}
