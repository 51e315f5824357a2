package org.prmlab.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that the plan names and this version does not have: says so and fails. */
@Command
final class PlannedCommand implements Runnable {
  private static final List<Planned> PLANNED =
      List.of(new Planned("search", "Search guided by a PRM"));

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  /** Adds them all, marked in the help. */
  static void addTo(CommandLine root) {
    for (Planned planned : PLANNED) {
      CommandLine command = new CommandLine(new PlannedCommand());
      command.getCommandSpec().usageMessage().description("(planned) " + planned.what() + ".");
      command.setUnmatchedArgumentsAllowed(true);
      root.addSubcommand(planned.name(), command);
    }
  }

  @Override
  public void run() {
    throw new IllegalStateException(
        "'%s' is planned and not part of this version; see CHANGELOG.md".formatted(spec.name()));
  }

  private record Planned(String name, String what) {}
}
