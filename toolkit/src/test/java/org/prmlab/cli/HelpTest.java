package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.cli.common.Examples;
import org.prmlab.format.RecordFormat;
import org.prmlab.format.WritableFormat;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

/** The help of every command. */
class HelpTest {
  static Stream<CommandLine> commands() {
    return below(PrmLab.commandLine()).stream();
  }

  private static List<CommandLine> below(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(c -> all.addAll(below(c)));
    return all;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  /** A percent sign that is not doubled makes picocli warn on the real standard error. */
  @Test
  void nothingIsWarnedOf() {
    PrintStream before = System.err;
    ByteArrayOutputStream warnings = new ByteArrayOutputStream();
    System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
    try {
      commands().forEach(command -> command.getUsageMessage(Ansi.OFF));
    } finally {
      System.setErr(before);
    }
    assertEquals("", warnings.toString(StandardCharsets.UTF_8));
  }

  @Test
  void thereAreManyCommands() {
    assertTrue(commands().count() > 35);
  }

  /** The first paragraph stands alone in the list of commands. */
  @ParameterizedTest
  @MethodSource("commands")
  void everyParagraphIsWholeSentences(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    assertTrue(description.length > 0, name(command));
    for (String paragraph : description) {
      assertTrue(paragraph.matches("(?s)\\p{Lu}.*[.:]"), name(command) + ": " + paragraph);
      assertFalse(paragraph.matches("(?s).*[^%](%%)*%[^%n].*"), name(command) + ": " + paragraph);
    }
  }

  /**
   * One spelling each: N a whole number, X any number, SECONDS, SIZE (3g), FILE, DIR, NAME (one of
   * those listed, or of one's own), FIELD of a record, FORMAT, TEXT, URL, HUB-ID (owner/name),
   * GLOB; A and B are compared, IN becomes OUT; COMMAND. Alternatives stand beside a bar.
   */
  @ParameterizedTest
  @MethodSource("commands")
  void aValueIsSpelledByWhatItIs(CommandLine command) {
    for (ArgSpec value : command.getCommandSpec().args()) {
      if (value.arity().max() > 0) {
        String label = value.paramLabel();
        assertTrue(label.matches(expected(value)), name(command) + ": " + label);
      }
    }
  }

  private static String expected(ArgSpec value) {
    Class<?> type = value.isMultiValue() ? value.auxiliaryTypes()[0] : value.type();
    if (Set.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
      return "N|SECONDS";
    }
    if (Set.of(double.class, Double.class).contains(type)) {
      return "X";
    }
    if (type == Path.class) {
      return value.isPositional() ? "FILE|A|B|IN|OUT" : "FILE|DIR";
    }
    if (type == RecordFormat.class || type == WritableFormat.class) {
      return "FORMAT";
    }
    String choices = "[a-z0-9-]+(\\|[a-z0-9-:N]+)+";
    return type.isEnum() || value.typeInfo().isEnum()
        ? "NAME|" + choices
        : "N(\\[,N\\])?|NAME(=(VALUE|FIELD))?|TEXT|URL|SIZE|GLOB|FIELD|FILE|HUB-ID|DIR\\|HUB-ID(\\|NAME)?"
            + "|COMMAND|A|B|"
            + choices;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasTwoExamplesThatParse(CommandLine command) {
    if (!command.getSubcommands().isEmpty()) {
      return;
    }
    List<String> examples = Examples.read().lines().getOrDefault(name(command), List.of());
    assertEquals(2, examples.size(), name(command));
    for (String example : examples) {
      if (example.startsWith("prmlab ")) {
        String[] words = example.replace("'", "").split(" ", -1);
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        PrmLab.commandLine().parseArgs(arguments);
      }
    }
    assertTrue(command.getUsageMessage(Ansi.OFF).contains("Examples:"), name(command));
  }

  @Test
  void theExamplesAreOfCommandsThatExist() {
    List<String> names = commands().map(HelpTest::name).toList();
    Examples.read().lines().keySet().forEach(name -> assertTrue(names.contains(name), name));
  }

  @Test
  void anUnknownOptionIsNamedBeforeWhatIsMissing() {
    StringWriter err = new StringWriter();
    int code =
        PrmLab.commandLine()
            .setErr(new PrintWriter(err))
            .execute("evaluate", "step-errors", "--datas", "x.json", "--prm", "p");
    assertEquals(2, code);
    assertTrue(err.toString().startsWith("Unknown options: '--datas'"), err.toString());
    assertFalse(err.toString().contains("Missing required"), err.toString());
  }

  @Test
  void completionIsAScriptOfAllCommands() {
    StringWriter out = new StringWriter();
    assertEquals(0, PrmLab.commandLine().setOut(new PrintWriter(out)).execute("completion"));
    assertTrue(out.toString().startsWith("#!/usr/bin/env bash"));
    for (String word : List.of("best-of-n", "--cross-fit", "word-problems")) {
      assertTrue(out.toString().contains(word), word);
    }
  }
}
