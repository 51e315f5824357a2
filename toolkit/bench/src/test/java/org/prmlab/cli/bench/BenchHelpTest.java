package org.prmlab.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.cli.PrmLab;
import org.prmlab.cli.common.Examples;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The module adds its commands to the program, with their help. */
class BenchHelpTest {
  static Stream<CommandLine> commands() {
    return PrmLab.commandLine().getSubcommands().values().stream()
        .filter(command -> command.getCommandName().equals("bench"))
        .flatMap(bench -> bench.getSubcommands().values().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasTwoExamplesThatParse(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    List<String> examples = Examples.of(BenchModule.class).lines().getOrDefault(name, List.of());
    assertEquals(2, examples.size(), name);
    for (String example : examples) {
      String[] words = example.split(" ", -1);
      PrmLab.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length));
    }
    assertTrue(command.getUsageMessage(Ansi.OFF).contains("Examples:"), name);
  }
}
