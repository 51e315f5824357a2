package org.prmlab.cli.bench;

import picocli.CommandLine.Option;

/** How large the label files of a benchmark are, and how often each side reads them. */
final class AnalysisBenchOptions {
  @Option(
      names = "--solutions",
      paramLabel = "N",
      defaultValue = "1500000",
      description = "Solutions in each file (default: ${DEFAULT-VALUE}).")
  private int solutions;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of each side, in turns (default: ${DEFAULT-VALUE}).")
  private int runs;

  int solutions() {
    return solutions;
  }

  int runs() {
    return runs;
  }
}
