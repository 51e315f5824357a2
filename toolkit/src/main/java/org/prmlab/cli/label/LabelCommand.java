package org.prmlab.cli.label;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab label}: where step labels come from, one subcommand each. */
@Command(
    name = "label",
    description = "Label the steps of solutions: by rollouts, by a judge, from human ratings.",
    subcommands = {LabelMcCommand.class, LabelJudgeCommand.class, LabelHumanCommand.class})
public final class LabelCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
