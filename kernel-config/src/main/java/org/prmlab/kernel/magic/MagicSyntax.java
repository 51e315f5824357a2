package org.prmlab.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns magics into Java calls, line for line, so that line numbers stay true. A line magic stands
 * at a line's start or right after {@code =}; a cell magic begins the cell.
 */
public final class MagicSyntax {
  private static final String CALLS = "org.prmlab.kernel.NotebookFunctions.";
  private static final Pattern CELL =
      Pattern.compile("%%(\\w\\S*)([^\\n]*)\\R(.*)", Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile("^(\\s*|[^\\n]*[^=!<>%]=\\s*)%(\\w\\S*)([^\\n]*)$", Pattern.MULTILINE);

  private MagicSyntax() {}

  /** The cell as Java; a cell without magics comes back as it is. */
  public static String toJava(String cell) {
    Matcher whole = CELL.matcher(cell);
    if (whole.matches()) {
      return call("cellMagic", whole.group(1), whole.group(2), ", " + literal(whole.group(3)));
    }
    if (cell.indexOf('%') < 0) {
      return cell;
    }
    JavaText text = new JavaText(cell);
    Matcher line = LINE.matcher(cell);
    StringBuilder java = new StringBuilder();
    while (line.find()) {
      int percent = line.start(2) - 1;
      String replacement = line.group();
      if (text.isCode(percent)) {
        replacement = line.group(1) + lineCall(line.group(2), line.group(3).strip());
      }
      line.appendReplacement(java, Matcher.quoteReplacement(replacement));
    }
    return line.appendTail(java).toString();
  }

  private static String lineCall(String name, String arguments) {
    if (name.equals("time")) {
      return call("cellMagic", "time", "", ", " + literal(arguments)) + ";";
    }
    return call("lineMagic", name, arguments, "") + ";";
  }

  private static String call(String function, String name, String arguments, String more) {
    String list =
        split(arguments).stream()
            .map(MagicSyntax::literal)
            .collect(Collectors.joining(", ", "java.util.List.of(", ")"));
    if (split(arguments).isEmpty()) {
      list = "java.util.List.<String>of()";
    }
    return CALLS + function + "(" + literal(name) + ", " + list + more + ")";
  }

  /**
   * Splits arguments at blanks; {@code "..."} keeps blanks, a backslash keeps the next character.
   */
  public static List<String> split(String arguments) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      if (c == '\\'
          && i + 1 < arguments.length()
          && "\\\" ".indexOf(arguments.charAt(i + 1)) >= 0) {
        i++;
        part.append(arguments.charAt(i));
        begun = true;
      } else if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (Character.isWhitespace(c) && !quoted) {
        if (begun) {
          parts.add(part.toString());
          part.setLength(0);
          begun = false;
        }
      } else {
        part.append(c);
        begun = true;
      }
    }
    if (begun) {
      parts.add(part.toString());
    }
    return List.copyOf(parts);
  }

  /** A Java string literal of this text. */
  static String literal(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return '"' + escaped + '"';
  }
}
