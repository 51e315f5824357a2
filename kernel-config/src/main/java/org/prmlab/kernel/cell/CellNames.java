package org.prmlab.kernel.cell;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that JShell gives to the classes around a cell's code ({@code REPL.$JShell$36$Box}),
 * taken out of what a reader sees.
 */
final class CellNames {
  private static final String CLASS = "(?:cells//)?REPL[./]\\$JShell\\$\\w+";
  private static final Pattern FRAME =
      Pattern.compile(
          "(?:cells//)?(REPL\\.\\$JShell\\$[\\w$/]+)\\.([\\w$<>]+)\\(\\$JShell\\$\\w+\\.java:(\\d+)\\)");
  private static final Pattern WRAPPING = Pattern.compile(CLASS + "(?:\\$\\$|[.$/])");
  private static final Pattern WHOLE = Pattern.compile(CLASS + "|\\$JShell\\$\\w+\\.java");
  private static final Pattern UNFINISHED = Pattern.compile("(?:cells//)?REPL[./][\\w$./]*$");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+?)\\$\\d+");
  private static final String CELL_METHOD = "do_it$";

  private CellNames() {}

  /** The text with the user's names alone. */
  static String clean(String text) {
    if (!text.contains("$JShell$")) {
      return text;
    }
    String inner = WRAPPING.matcher(text).replaceAll("");
    return WHOLE.matcher(inner).replaceAll("cell");
  }

  /** The same, with the frames of printed stack traces as {@code place} tells them. */
  static String clean(String text, Function<StackTraceElement, Optional<String>> place) {
    if (!text.contains("$JShell$")) {
      return text;
    }
    return clean(
        FRAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(frame(match, place))));
  }

  /** How much of a text can be shown before what follows it is known, in characters. */
  static int whole(String text) {
    Matcher cut = UNFINISHED.matcher(text);
    return cut.find() ? cut.start() : text.length();
  }

  /** What a frame says after its place: the user's method, nothing for the cell's own code. */
  static String inMethod(String name) {
    Matcher lambda = LAMBDA.matcher(name);
    String method = lambda.matches() ? lambda.group(1) : name;
    return method.equals(CELL_METHOD) ? "" : " in " + method;
  }

  private static String frame(
      java.util.regex.MatchResult match, Function<StackTraceElement, Optional<String>> place) {
    String file = "";
    int line = Integer.parseInt(match.group(3));
    StackTraceElement frame = new StackTraceElement(match.group(1), match.group(2), file, line);
    return place.apply(frame).orElseGet(() -> "the cell" + inMethod(match.group(2)));
  }
}
