package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formulas in a text: between {@code $...$}, {@code $$...$$}, {@code \(...\)} and {@code
 * \[...\]}. A dollar sign before an amount of money opens none: what stands between two of them
 * holds words then.
 */
final class Formulas {
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\$\\$(?<display>[^$]+?)\\$\\$"
              + "|\\\\\\[(?<bracket>.+?)(?<!\\\\)\\\\]"
              + "|\\\\\\((?<round>.+?)(?<!\\\\)\\\\\\)"
              + "|(?<!\\\\)\\$(?!\\$)(?<inline>(?:\\\\.|[^$\\\\\\n]){1,400})\\$",
          Pattern.DOTALL);

  /** Words outside of commands and their arguments. */
  private static final Pattern PROSE =
      Pattern.compile("(?<![\\\\a-zA-Z{])[a-zA-Z]{2,}(?:\\s|[.,;])");

  private static final Pattern COMMAND = Pattern.compile("\\\\[a-zA-Z]+\\s*\\{[^{}]*}");

  private Formulas() {}

  /**
   * A formula.
   *
   * @param start where it begins, delimiter included
   * @param end behind its closing delimiter
   * @param inside without its delimiters
   */
  record Formula(int start, int end, String inside) {}

  /** All formulas, in order. */
  static List<Formula> in(String text) {
    if (text.indexOf('$') < 0 && !text.contains("\\(") && !text.contains("\\[")) {
      return List.of();
    }
    List<Formula> found = new ArrayList<>();
    Matcher matcher = FORMULA.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      String inline = matcher.group("inline");
      if (inline != null && isMoney(inline)) {
        from = matcher.start() + 1;
        continue;
      }
      found.add(new Formula(matcher.start(), matcher.end(), inside(matcher).strip()));
      from = matcher.end();
    }
    return found;
  }

  /** The text with each formula in the place of it and its delimiters. */
  static String withoutDelimiters(String text) {
    List<Formula> formulas = in(text);
    if (formulas.isEmpty()) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    int at = 0;
    for (Formula formula : formulas) {
      plain.append(text, at, formula.start()).append(' ').append(formula.inside()).append(' ');
      at = formula.end();
    }
    return plain.append(text, at, text.length()).toString();
  }

  private static boolean isMoney(String between) {
    return between.isBlank() || PROSE.matcher(COMMAND.matcher(between).replaceAll("")).find();
  }

  private static String inside(Matcher matcher) {
    for (String kind : List.of("display", "bracket", "round", "inline")) {
      String inside = matcher.group(kind);
      if (inside != null) {
        return inside;
      }
    }
    return "";
  }
}
