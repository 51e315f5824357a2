package org.prmlab.cli.common;

import org.prmlab.stats.Bootstrap;
import picocli.CommandLine.Option;

/** How intervals are made: options shared by all commands that estimate. */
public final class BootstrapOptions {
  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Bootstrap resamples behind each interval (default: ${DEFAULT-VALUE}).")
  private int resamples;

  @Option(
      names = "--level",
      paramLabel = "X",
      defaultValue = "0.95",
      description = "Level of the intervals (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the resamples and of dealing folds (default: ${DEFAULT-VALUE}).")
  private long seed;

  public Bootstrap bootstrap() {
    return new Bootstrap(resamples, level, seed);
  }
}
