package org.prmlab.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns magics into Java calls, line for line, so that line numbers stay true. A line magic stands
 * at a line's start or right after {@code =}; a cell magic begins the cell. {@code !command},
 * {@code ?name} and {@code name?} stand where a statement could begin.
 */
public final class MagicSyntax {
  private static final String CALLS = "org.prmlab.kernel.NotebookFunctions.";
  private static final Pattern CELL =
      Pattern.compile("%%(\\w\\S*)([^\\n]*)(?:\\n(.*))?", Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile("(\\s*|[^\\n]*[^=!<>%]=\\s*)%(\\w\\S*)([^\\n]*)");
  private static final Pattern COMMAND = Pattern.compile("()!()(?!=)\\s*(\\S[^\\n]*)");
  private static final String NAME = "([\\p{L}_$][\\p{L}\\w$]*(?:\\.[\\p{L}_$][\\p{L}\\w$]*)*)";
  private static final Pattern QUESTION =
      Pattern.compile("()\\?{1,2}()\\s*" + NAME + "\\s*|()()" + NAME + "\\?{1,2}\\s*");
  private static final Pattern NEGATED_CALL = Pattern.compile("[\\p{L}_$][\\p{L}\\w$.]*[(\\[].*");
  private static final Pattern FIRST_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\w$]*");

  private final Predicate<String> isDeclared;
  private final StringBuilder masked; // the source with magics blanked out, each ending in ;
  private JavaText text;

  private MagicSyntax(String cell, Predicate<String> isDeclared) {
    this.isDeclared = isDeclared;
    masked = new StringBuilder(cell);
    text = new JavaText(cell);
  }

  /** The cell as Java; a cell without magics comes back as it is. */
  public static String toJava(String cell) {
    return toJava(cell, name -> false);
  }

  /**
   * The same, where some names are known.
   *
   * @param isDeclared whether {@code !name} may be a negation, because there is such a variable or
   *     method
   */
  public static String toJava(String cell, Predicate<String> isDeclared) {
    Matcher whole = CELL.matcher(cell);
    if (whole.matches()) {
      String body = whole.group(3) == null ? "" : whole.group(3);
      return call("cellMagic", whole.group(1), whole.group(2), ", " + literal(body));
    }
    return new MagicSyntax(cell, isDeclared).linesToJava(cell);
  }

  /**
   * The cell with its line magics as blanks that end a statement; everything else stays in place.
   */
  public static String withoutMagics(String cell) {
    MagicSyntax syntax = new MagicSyntax(cell, name -> false);
    var unused = syntax.linesToJava(cell);
    return syntax.masked.toString();
  }

  private String linesToJava(String cell) {
    StringBuilder java = new StringBuilder();
    int start = 0;
    while (start <= cell.length()) {
      int newline = cell.indexOf('\n', start);
      int end = newline < 0 ? cell.length() : newline;
      java.append(lineToJava(cell.substring(start, end), start));
      if (newline >= 0) {
        java.append('\n');
      }
      start = end + 1;
    }
    return java.toString();
  }

  private String lineToJava(String line, int start) {
    Matcher magic = LINE.matcher(line);
    if (magic.matches() && text.isCode(start + magic.start(2) - 1)) {
      mask(start + magic.start(2) - 1, start + line.length());
      return magic.group(1) + lineCall(magic.group(2), magic.group(3).strip());
    }
    Matcher command = COMMAND.matcher(line);
    if (command.matches() && beginsStatement(start) && !isNegation(command.group(3), start)) {
      mask(start, start + line.length());
      return rawCall("!", command.group(3).strip());
    }
    Matcher question = QUESTION.matcher(line);
    if (question.matches() && beginsStatement(start) && isAlone(question, start + line.length())) {
      mask(start, start + line.length());
      String name = question.group(3) == null ? question.group(6) : question.group(3);
      return rawCall("?", name);
    }
    return line;
  }

  private void mask(int from, int to) {
    for (int i = from; i < to; i++) {
      masked.setCharAt(i, ' ');
    }
    masked.setCharAt(from, ';');
    text = new JavaText(masked.toString());
  }

  /** Whether the code before this index is a whole statement, or there is none. */
  private boolean beginsStatement(int index) {
    if (index < masked.length() && !text.isCode(index)) {
      return false;
    }
    int at = index - 1;
    while (at >= 0 && (Character.isWhitespace(masked.charAt(at)) || !text.isCode(at))) {
      at--;
    }
    return at < 0 || ";{}".indexOf(masked.charAt(at)) >= 0;
  }

  /** {@code name?} could begin a choice that goes on in the next line: then it is Java. */
  private boolean isAlone(Matcher question, int end) {
    return question.group(3) != null || masked.substring(end).isBlank();
  }

  /** Whether what stands behind an exclamation mark is Java. */
  private boolean isNegation(String rest, int start) {
    if (rest.startsWith("(") || NEGATED_CALL.matcher(rest).matches()) {
      return true;
    }
    Matcher name = FIRST_NAME.matcher(rest);
    return name.lookingAt()
        && (isDeclared.test(name.group())
            || Pattern.compile("\\b" + Pattern.quote(name.group()) + "\\b")
                .matcher(masked.substring(0, start))
                .find());
  }

  private static String lineCall(String name, String arguments) {
    if (name.equals("time")) {
      return call("cellMagic", "time", "", ", " + literal(arguments)) + ";";
    }
    return call("lineMagic", name, arguments, "") + ";";
  }

  /** A magic with one argument that is not split. */
  private static String rawCall(String name, String argument) {
    return CALLS
        + "lineMagic("
        + literal(name)
        + ", java.util.List.of("
        + literal(argument)
        + "));";
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
