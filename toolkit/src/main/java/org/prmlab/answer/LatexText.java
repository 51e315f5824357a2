package org.prmlab.answer;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** An answer without what only decorates it, so that one thing is written in one way. */
final class LatexText {
  private static final Map<Pattern, String> RULES = new LinkedHashMap<>();

  private static final Pattern WRAPPED =
      Pattern.compile("\\\\(?:text|textbf|textit|mathrm|mathbf|mbox|boxed)\\s*\\{([^{}]*)}");

  /** Characters that compatibility normalisation would make digits of. */
  private static final Map<String, String> FRACTIONS_AND_POWERS =
      Map.of("²", "^2", "³", "^3", "½", "\\frac{1}{2}", "¼", "\\frac{1}{4}", "¾", "\\frac{3}{4}");

  static {
    rule("[\u2212\u2013\uFE63\uFF0D]", "-");
    rule("[×·⋅∗]", "*");
    rule("÷", "/");
    rule("≤", "\\le ");
    rule("≥", "\\ge ");
    rule("≠", "\\neq ");
    rule("∞", "\\infty ");
    rule("π", "\\pi ");
    rule("√", "\\sqrt ");
    rule("∪", "\\cup ");
    rule("∈", "\\in ");
    rule("±", "\\pm ");
    rule("°|\\^\\s*\\{?\\s*\\\\circ\\s*}?|\\\\degrees?", "\\degree ");
    rule("\\\\\\$", "\\dollar ");
    rule("(?<!\\\\)\\$(?=\\s*[\\d.])", "\\dollar ");
    rule("\\$|\\\\[()]|\\\\\\[|(?<!\\\\)\\\\\\](?!\\[)", " ");
    rule("\\\\(?:left|right|[bB]igg?[lr]?|displaystyle|limits)(?![a-zA-Z])\\s*\\.?", "");
    rule("(?<=\\d)(?:\\{,}\\\\?!?|\\\\,|,\\\\!)(?=\\d{3})", "");
    rule("\\\\!", "");
    rule("(?<!\\\\)\\\\[ ,;:]|\\\\q?quad|~|\u00A0", " ");
    rule("\\\\[dtc]frac", "\\frac");
    rule("\\\\l?dots|\\\\cdots", " ");
    rule("\\\\(?:cdot|times|ast)(?![a-zA-Z])", "*");
    rule("\\\\div(?![a-zA-Z])", "/");
    rule("\\\\(?:leq|leqslant)(?![a-zA-Z])", "\\le ");
    rule("\\\\(?:geq|geqslant)(?![a-zA-Z])", "\\ge ");
    rule("\\\\lt(?![a-zA-Z])", "<");
    rule("\\\\gt(?![a-zA-Z])", ">");
    rule("\\\\(?:varnothing)", "\\emptyset ");
    rule("\\\\(?:lbrace)(?![a-zA-Z])", "\\{");
    rule("\\\\(?:rbrace)(?![a-zA-Z])", "\\}");
    rule("\\\\%", "%");
    rule("\\*\\*", "^");
    rule("[\\s.,;]+$", "");
  }

  private LatexText() {}

  private static void rule(String pattern, String replacement) {
    RULES.put(Pattern.compile(pattern), replacement.replace("\\", "\\\\"));
  }

  /** The answer in plain form. A whole answer in {@code \text{...}} is taken out of it. */
  static String plain(String answer) {
    String text = answer.strip();
    for (var fraction : FRACTIONS_AND_POWERS.entrySet()) {
      text = text.replace(fraction.getKey(), fraction.getValue());
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFKC); // full-width digits
    for (var rule : RULES.entrySet()) {
      text = rule.getKey().matcher(text).replaceAll(rule.getValue());
    }
    text = text.strip();
    var wrapped = WRAPPED.matcher(text);
    return wrapped.matches() ? plain(wrapped.group(1)) : text;
  }
}
