package org.prmlab.cli.spark;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab spark}: work larger than one machine, one subcommand each. */
@Command(
    name = "spark",
    description = {
      "Score, filter, compare and evaluate files larger than one machine, on Apache Spark.",
      "The results are those of prmlab score, filter consensus, agree and evaluate step-errors."
          + " Spark is not there by default; docs/scale-out.md says how to add it."
    },
    subcommands = {
      SparkScoreCommand.class,
      SparkConsensusCommand.class,
      SparkAgreeCommand.class,
      SparkEvaluateCommand.class,
      SparkSubmitCommand.class
    })
public final class SparkCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
