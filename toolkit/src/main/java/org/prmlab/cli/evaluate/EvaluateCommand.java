package org.prmlab.cli.evaluate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab evaluate}: the metrics, one subcommand each. */
@Command(
    name = "evaluate",
    description = "Measure predictions, scores or samples, with intervals.",
    subcommands = {
      StepErrorsCommand.class,
      BestOfNCommand.class,
      PrmBenchCommand.class,
      Hard2VerifyCommand.class,
      GrBenCommand.class,
      AgentProcessBenchCommand.class,
      CalibrationCommand.class
    })
public final class EvaluateCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
