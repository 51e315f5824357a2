package org.prmlab.cli.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;

/**
 * Example lines of each command, which stand at the end of its help.
 *
 * @param lines by the command's full name, e.g. {@code prmlab evaluate best-of-n}
 */
public record Examples(Map<String, List<String>> lines) {
  private static final String RESOURCE = "examples.txt";

  /** Those of the toolkit's own commands. */
  public static Examples read() {
    return of(Examples.class);
  }

  /**
   * The examples of a resource, {@code examples.txt} beside a class: a command's name, then its
   * lines, indented.
   */
  public static Examples of(Class<?> beside) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    List<String> own = List.of();
    for (String line : text(beside).lines().filter(l -> !l.isBlank()).toList()) {
      if (line.startsWith(" ")) {
        own.add(line.strip());
      } else {
        own = new ArrayList<>();
        lines.put(line, own);
      }
    }
    return new Examples(lines);
  }

  private static String text(Class<?> beside) {
    try (InputStream in = beside.getResourceAsStream(RESOURCE)) {
      return new String(
          Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds them to the help of a command and of all below it; those with a footer keep it. */
  public void addTo(CommandLine command) {
    command.getSubcommands().values().forEach(this::addTo);
    List<String> own = lines.getOrDefault(command.getCommandSpec().qualifiedName(), List.of());
    if (!own.isEmpty() && command.getCommandSpec().usageMessage().footer().length == 0) {
      List<String> footer = new ArrayList<>(List.of("", "Examples:"));
      own.forEach(line -> footer.add("  " + line));
      command.getCommandSpec().usageMessage().footer(footer.toArray(new String[0]));
    }
  }
}
