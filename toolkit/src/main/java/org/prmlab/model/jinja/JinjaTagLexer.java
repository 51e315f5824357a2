package org.prmlab.model.jinja;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.model.jinja.JinjaToken.Kind;

/** The tokens inside one tag. */
final class JinjaTagLexer {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NUMBER =
      Pattern.compile("\\d+(?:_\\d+)*(\\.\\d+(?:_\\d+)*)?([eE][+-]?\\d+)?");
  private static final Pattern OPERATOR =
      Pattern.compile("\\*\\*|//|==|!=|>=|<=|[-+/*%~\\[\\](){}<>=.:|,;]");
  private static final Pattern STRING =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\"", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);

  private final String source;
  private int at;
  private int depth;

  JinjaTagLexer(String source, int at) {
    this.source = source;
    this.at = at;
  }

  /** Brackets that are open. */
  int depth() {
    return depth;
  }

  int skipSpace() {
    while (at < source.length() && PythonText.isSpace(source.charAt(at))) {
      at++;
    }
    return at;
  }

  JinjaToken next(int line) {
    Matcher found = match(STRING);
    if (found.lookingAt()) {
      at = found.end();
      String text = found.group(1) == null ? found.group(2) : found.group(1);
      return new JinjaToken(Kind.STRING, unescaped(text), line);
    }
    found = match(NUMBER);
    if (found.lookingAt()) {
      at = found.end();
      boolean whole = found.group(1) == null && found.group(2) == null;
      return new JinjaToken(
          whole ? Kind.INTEGER : Kind.FLOAT, found.group().replace("_", ""), line);
    }
    found = match(NAME);
    if (found.lookingAt()) {
      at = found.end();
      return new JinjaToken(Kind.NAME, found.group(), line);
    }
    found = match(OPERATOR);
    if (found.lookingAt()) {
      at = found.end();
      String operator = found.group();
      depth += List.of("(", "[", "{").contains(operator) ? 1 : 0;
      depth -= List.of(")", "]", "}").contains(operator) ? 1 : 0;
      return new JinjaToken(Kind.OPERATOR, operator, line);
    }
    throw JinjaException.at(line, "unexpected character '%s'", source.charAt(at));
  }

  private Matcher match(Pattern pattern) {
    return pattern.matcher(source).region(at, source.length());
  }

  /** Python's escapes; a backslash before anything else stays. */
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found -> {
              String code = found.group(1) == null ? found.group(2) : found.group(1);
              return Matcher.quoteReplacement(
                  code == null
                      ? simple(found.group(3))
                      : String.valueOf((char) Integer.parseInt(code, 16)));
            });
  }

  private static String simple(String letter) {
    return switch (letter) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      case "b" -> "\b";
      case "f" -> "\f";
      case "0" -> "\0";
      case "\n" -> "";
      case "\\", "'", "\"" -> letter;
      default -> "\\" + letter;
    };
  }
}
