package org.prmlab.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.kernel.magic.MagicSyntax;

/**
 * The settings that a kernelspec gives by environment variables. Each is read under our own name
 * and under those of the two stock kernels: {@code PRMLAB_TIMEOUT}, {@code IJAVA_TIMEOUT}, {@code
 * JJAVA_TIMEOUT}.
 */
record Environment(Map<String, String> variables) {
  private static final List<String> PREFIXES = List.of("PRMLAB_", "IJAVA_", "JJAVA_");
  private static final Pattern TIMEOUT = Pattern.compile("\\s*(-?\\d+)\\s*([A-Za-z]*)\\s*");

  Environment {
    variables = Map.copyOf(variables);
  }

  /** Every value of a variable, our own name first; empty values count as unset. */
  List<String> values(String name) {
    List<String> found = new ArrayList<>();
    for (String prefix : PREFIXES) {
      String value = variables.getOrDefault(prefix + name, "");
      if (!value.isBlank() && !found.contains(value)) {
        found.add(value);
      }
    }
    return List.copyOf(found);
  }

  /** Options of the Java compiler, split as on a command line. */
  List<String> compilerOptions() {
    return values("COMPILER_OPTS").stream().flatMap(o -> MagicSyntax.split(o).stream()).toList();
  }

  /** How long one statement may run; a number with an optional unit, milliseconds by default. */
  Optional<Duration> timeout() {
    List<String> values = values("TIMEOUT");
    return values.isEmpty() ? Optional.empty() : duration(values.get(0));
  }

  /** Whether extensions on the class path are loaded: unset is yes; empty, 0 and false are no. */
  boolean loadsExtensions() {
    String value = variables.getOrDefault("JJAVA_LOAD_EXTENSIONS", "1").strip();
    return !(value.isEmpty() || value.equals("0") || value.equalsIgnoreCase("false"));
  }

  private static Optional<Duration> duration(String text) {
    Matcher parts = TIMEOUT.matcher(text);
    try {
      if (parts.matches()) {
        String unit = parts.group(2).isEmpty() ? "MILLISECONDS" : parts.group(2);
        long amount = Long.parseLong(parts.group(1));
        TimeUnit unitOfTime = TimeUnit.valueOf(unit.toUpperCase(Locale.ROOT));
        return amount < 1
            ? Optional.empty()
            : Optional.of(Duration.of(amount, unitOfTime.toChronoUnit()));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(timeoutError(text), e);
    }
    throw new IllegalArgumentException(timeoutError(text));
  }

  private static String timeoutError(String text) {
    return "timeout "
        + text
        + " is not understood; write a whole number and a unit, as in 30 SECONDS";
  }
}
