package org.prmlab.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab bench NAME}: side-by-side benchmarks; each is a subcommand registered here. */
@Command(
    name = "bench",
    description = "Run a benchmark against its named peer; prints ratios with their spread.",
    subcommands = {
      AnalysisBenchCommand.class,
      DecoderBench.class,
      GenerationBench.class,
      KernelBench.class,
      LoadingBench.class,
      ScoringBench.class,
      SparkBench.class,
      TrainingBench.class
    })
public final class BenchCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
