package org.prmlab.answer;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** An answer without what only decorates it, so that one thing is written in one way. */
final class LatexText {
  private static final Map<Pattern, String> RULES = new LinkedHashMap<>();

  private static final Pattern WRAPPED =
      Pattern.compile(
          "\\\\(?:text|textrm|textnormal|textbf|textit|mathrm|mathbf|mbox|boxed|fbox)"
              + "\\s*\\{([^{}]*)}");

  /** Characters that compatibility normalisation would make digits of. */
  private static final Map<String, String> FRACTIONS_AND_POWERS =
      Map.of("²", "^2", "³", "^3", "½", "\\frac{1}{2}", "¼", "\\frac{1}{4}", "¾", "\\frac{3}{4}");

  /** What parts the thousands of a number: {,} and \, and ,\! and narrow spaces. */
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(?<=\\d)(?:\\s*\\{\\s*,\\s*}\\s*(?:\\\\!)?|\\\\,|\\s*,?\\s*\\\\!\\s*|[\u00A0\u2009\u202F])"
              + "(?=\\d{3}(?!\\d))");

  static {
    rule("[\u2212\u2013\uFE63\uFF0D]", "-");
    rule("[×·⋅∗]", "*");
    rule("÷", "/");
    rule("≤|<=", "\\le ");
    rule("≥|>=", "\\ge ");
    rule("≠|!=", "\\neq ");
    rule("≈", "\\approx ");
    rule("∞", "\\infty ");
    rule("π", "\\pi ");
    rule("√", "\\sqrt ");
    rule("∪", "\\cup ");
    rule("∈", "\\in ");
    rule("∅", "\\emptyset ");
    rule("ℝ", "\\mathbb{R}");
    rule("±", "\\pm ");
    rule("[、，]", ",");
    rule("：|\\\\colon(?![a-zA-Z])", ":");
    rule("°|\\^\\s*\\{?\\s*\\\\circ\\s*}?|\\\\degrees?", "\\degree ");
    rule("\\\\\\$|(?<!\\\\)\\$(?=\\s*[\\d.])", "\\dollar ");
    rule("[\\uFFE5¥]|€|£", "\\dollar ");
    rule("-\\s*\\\\dollar ", "\\dollar -");
    rule("(?<!\\\\)\\\\(?=\\d)", "");
    rule("\\$|\\\\[()]|\\\\\\[|(?<!\\\\)\\\\\\](?!\\[)", " ");
    rule("\\\\(?:left|right|[bB]igg?[lr]?|displaystyle|limits)(?![a-zA-Z])\\s*\\.?", "");
    rule("\\\\!", "");
    rule(",\\s*(?:\\\\[lc]?dots(?![a-zA-Z])|\\.\\.\\.|…)", ", \\ldots ");
    rule("(?<!\\\\)\\\\[ ,;:]|\\\\q?quad|~|\u00A0", " ");
    rule("\\\\[dtc]frac", "\\frac");
    rule("\\\\(?:cdot|times|ast)(?![a-zA-Z])", "*");
    rule("\\\\div(?![a-zA-Z])", "/");
    rule("\\\\(?:leq|leqslant)(?![a-zA-Z])", "\\le ");
    rule("\\\\(?:geq|geqslant)(?![a-zA-Z])", "\\ge ");
    rule("\\\\lt(?![a-zA-Z])", "<");
    rule("\\\\gt(?![a-zA-Z])", ">");
    rule("\\\\(?:thickapprox|simeq|doteq)(?![a-zA-Z])", "\\approx ");
    rule("\\\\(?:varnothing)", "\\emptyset ");
    rule("\\\\(?:lbrace)(?![a-zA-Z])", "\\{");
    rule("\\\\(?:rbrace)(?![a-zA-Z])", "\\}");
    rule("\\\\%", "%");
    rule("\\*\\*", "^");
    rule("^\\s*<\\s*([^<>]*,[^<>]*)>\\s*$", "\\langle $1\\rangle ");
    rule("(?<=\\d)\\s*(?:\\\\text\\s*\\{)?\\s*([aApP])\\.?\\s?[mM](?:\\.|\\b)\\s*}?\\s*$", " $1m");
    rule("\\\\p?mod\\s*\\{\\s*(\\d+)\\s*}", "\\text{mod$1}");
    rule(
        "\\(\\s*(?:mod|\\\\b?mod|\\\\mod)\\s*(\\d+)\\s*\\)|\\\\b?mod\\s+(\\d+)", "\\text{mod$1$2}");
    rule("(?:(?<!\\.)[.,]|(?<=\\d)[.,]+|[\\s;。；、,])+$", "");
  }

  private LatexText() {}

  private static void rule(String pattern, String replacement) {
    RULES.put(Pattern.compile(pattern), replacement.replace("\\", "\\\\"));
  }

  /** What a box around everything holds. */
  private static String withoutBox(String text) {
    boolean boxed = text.startsWith("\\boxed") || text.startsWith("\\fbox");
    return boxed ? AnswerRule.BOXED.find(text).orElse(text) : text;
  }

  /** The answer in plain form. A whole answer in {@code \text{...}} is taken out of it. */
  static String plain(String answer) {
    String text = withoutBox(Formulas.withoutDelimiters(answer.strip()).strip());
    text = THOUSANDS.matcher(text).replaceAll("");
    for (var fraction : FRACTIONS_AND_POWERS.entrySet()) {
      text = text.replace(fraction.getKey(), fraction.getValue());
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFKC); // full-width digits
    text = WrittenNumbers.plain(text);
    for (var rule : RULES.entrySet()) {
      text = rule.getKey().matcher(text).replaceAll(rule.getValue());
    }
    text = text.strip();
    var wrapped = WRAPPED.matcher(text);
    return wrapped.matches() ? plain(wrapped.group(1)) : text;
  }
}
