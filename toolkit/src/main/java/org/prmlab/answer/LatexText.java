package org.prmlab.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An answer without what only decorates it, so that one thing is written in one way. */
final class LatexText {
  private static final List<Rule> RULES = new ArrayList<>();

  private static final Pattern WRAPPED =
      Pattern.compile(
          "\\\\(?:text|textrm|textnormal|textbf|textit|mathrm|mathbf|mbox|boxed|fbox)"
              + "\\s*\\{([^{}]*)}");

  /** Characters that compatibility normalization would make digits of. */
  private static final Map<String, String> FRACTIONS_AND_POWERS =
      Map.of("²", "^2", "³", "^3", "½", "\\frac{1}{2}", "¼", "\\frac{1}{4}", "¾", "\\frac{3}{4}");

  /** What parts the thousands of a number: {,} and \, and ,\! and narrow spaces. */
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(?<=\\d)(?:\\s*\\{\\s*,\\s*}\\s*(?:\\\\!)?|\\\\,|\\s*,?\\s*\\\\!\\s*|[\u00A0\u2009\u202F])"
              + "(?=\\d{3}(?!\\d))");

  /** One of these is in every match of it. */
  private static final List<String> PARTED = List.of("{", "\\", "\u00A0", "\u2009", "\u202F");

  static {
    rule("[\u2212\u2013\uFE63\uFF0D]", "-").where("\u2212", "\u2013", "\uFE63", "\uFF0D");
    rule("[×·⋅∗]", "*").where("×", "·", "⋅", "∗");
    rule("÷", "/").where("÷");
    rule("≤|<=", "\\le ").where("≤", "<=");
    rule("≥|>=", "\\ge ").where("≥", ">=");
    rule("≠|!=", "\\neq ").where("≠", "!=");
    rule("≈", "\\approx ").where("≈");
    rule("∞", "\\infty ").where("∞");
    rule("π", "\\pi ").where("π");
    rule("√", "\\sqrt ").where("√");
    rule("∪", "\\cup ").where("∪");
    rule("∈", "\\in ").where("∈");
    rule("∅", "\\emptyset ").where("∅");
    rule("ℝ", "\\mathbb{R}").where("ℝ");
    rule("±", "\\pm ").where("±");
    rule("[、，]", ",").where("、", "，");
    rule("：|\\\\colon(?![a-zA-Z])", ":").where("：", "\\colon");
    rule("°|\\^\\s*\\{?\\s*\\\\circ\\s*}?|\\\\degrees?", "\\degree ")
        .where("°", "\\circ", "\\degree");
    rule("\\\\\\$|(?<!\\\\)\\$(?=\\s*[\\d.])", "\\dollar ").where("$");
    rule("[\\uFFE5¥]|€|£", "\\dollar ").where("\uFFE5", "¥", "€", "£");
    rule("-\\s*\\\\dollar ", "\\dollar -").where("\\dollar");
    rule("(?<!\\\\)\\\\(?=\\d)", "").where("\\");
    rule("\\$|\\\\[()]|\\\\\\[|(?<!\\\\)\\\\\\](?!\\[)", " ").where("$", "\\");
    rule("\\\\(?:left|right|[bB]igg?[lr]?|displaystyle|limits)(?![a-zA-Z])\\s*\\.?", "")
        .where("\\left", "\\right", "\\big", "\\Big", "\\displaystyle", "\\limits");
    rule("\\\\!", "").where("\\!");
    rule(",\\s*(?:\\\\[lc]?dots(?![a-zA-Z])|\\.\\.\\.|…)", ", \\ldots ").where(",");
    rule("(?<!\\\\)\\\\[ ,;:]|\\\\q?quad|~|\u00A0", " ").where("\\", "~", "\u00A0");
    rule("\\\\[dtc]frac", "\\frac").where("frac");
    rule("\\\\(?:cdot|times|ast)(?![a-zA-Z])", "*").where("\\cdot", "\\times", "\\ast");
    rule("\\\\div(?![a-zA-Z])", "/").where("\\div");
    rule("\\\\(?:leq|leqslant)(?![a-zA-Z])", "\\le ").where("\\leq");
    rule("\\\\(?:geq|geqslant)(?![a-zA-Z])", "\\ge ").where("\\geq");
    rule("\\\\lt(?![a-zA-Z])", "<").where("\\lt");
    rule("\\\\gt(?![a-zA-Z])", ">").where("\\gt");
    rule("\\\\(?:thickapprox|simeq|doteq)(?![a-zA-Z])", "\\approx ")
        .where("\\thickapprox", "\\simeq", "\\doteq");
    rule("\\\\(?:varnothing)", "\\emptyset ").where("\\varnothing");
    rule("\\\\(?:lbrace)(?![a-zA-Z])", "\\{").where("\\lbrace");
    rule("\\\\(?:rbrace)(?![a-zA-Z])", "\\}").where("\\rbrace");
    rule("\\\\%", "%").where("\\%");
    rule("\\*\\*", "^").where("**");
    rule("^\\s*<\\s*([^<>]*,[^<>]*)>\\s*$", "\\langle $1\\rangle ").where("<");
    halfDay("[aA]", " am");
    halfDay("[pP]", " pm");
    rule("\\\\p?mod\\s*\\{\\s*(\\d+)\\s*}", "\\text{mod$1}").where("mod");
    rule("\\(\\s*(?:mod|\\\\b?mod|\\\\mod)\\s*(\\d+)\\s*\\)|\\\\b?mod\\s+(\\d+)", "\\text{mod$1$2}")
        .where("mod");
    rule("(?:(?<!\\.)[.,]|(?<=\\d)[.,]+|[\\s;。；、,])+$", "")
        .where(".", ",", ";", "。", "；", "、", " ", "\t", "\n", "\u000B", "\f", "\r");
  }

  private LatexText() {}

  /**
   * What is written for something else.
   *
   * @param signs of which every match holds one: without one of them nobody need look
   */
  private record Rule(Pattern pattern, String replacement, List<String> signs) {
    void where(String... some) {
      RULES.add(new Rule(pattern, replacement, List.of(some)));
    }

    String applied(String text) {
      for (String sign : signs) {
        if (text.contains(sign)) {
          return pattern.matcher(text).replaceAll(replacement);
        }
      }
      return text;
    }
  }

  private static void halfDay(String letter, String written) {
    String begin = "(?<=\\d)\\s*(?:\\\\text\\s*\\{)?\\s*";
    rule(begin + letter + "\\.?\\s?[mM](?:\\.|\\b)\\s*}?\\s*$", written).where("m", "M");
  }

  private static Rule rule(String pattern, String replacement) {
    return new Rule(Pattern.compile(pattern), replacement.replace("\\", "\\\\"), List.of());
  }

  /** What a box around everything holds. */
  private static String withoutBox(String text) {
    boolean boxed = text.startsWith("\\boxed") || text.startsWith("\\fbox");
    return boxed ? AnswerRule.BOXED.find(text).orElse(text) : text;
  }

  /** The answer in plain form. A whole answer in {@code \text{...}} is taken out of it. */
  static String plain(String answer) {
    String text = withoutBox(Formulas.withoutDelimiters(answer.strip()).strip());
    if (PARTED.stream().anyMatch(text::contains)) {
      text = THOUSANDS.matcher(text).replaceAll("");
    }
    for (var fraction : FRACTIONS_AND_POWERS.entrySet()) {
      text = text.replace(fraction.getKey(), fraction.getValue());
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFKC); // full-width digits
    text = WrittenNumbers.plain(text);
    for (Rule rule : RULES) {
      text = rule.applied(text);
    }
    text = text.strip();
    var wrapped = WRAPPED.matcher(text);
    return wrapped.matches() ? plain(wrapped.group(1)) : text;
  }
}
