package org.prmlab.cli.tabletop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab tabletop}: the small world of the workshop. */
@Command(
    name = "tabletop",
    description =
        "The tabletop world: tiny models, really trained, that show the paper's findings.",
    subcommands = {
      TabletopRebuildCommand.class,
      TabletopDevelopCommand.class,
      TabletopFactsCommand.class,
      TabletopCompareCommand.class
    })
public final class TabletopCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
