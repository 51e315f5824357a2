package org.prmlab.cli.agree;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab filter}: which labeled solutions to keep. */
@Command(
    name = "filter",
    description = "Keep the labeled solutions that are worth training on.",
    subcommands = {ConsensusCommand.class})
public final class FilterCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
