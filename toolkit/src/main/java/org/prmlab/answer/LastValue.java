package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.answer.AnswerRule.Mark;
import org.prmlab.answer.Formulas.Formula;

/**
 * The last formula or number of a solution that does not name its answer: looked for in its last
 * paragraph, or before it where that holds no value. A text that ends in the middle of a formula
 * was cut off and has no last value.
 */
final class LastValue {
  private static final int PARAGRAPHS = 3;

  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]{1,80})\\*\\*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![a-zA-Z\\d_.\\\\])(?:(?<![\\d)}\\s]\\s?|\\d\\s)[-−])?[$€£¥￥]?"
              + "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:/\\d+)?(?:\\s*\\\\?%)?");
  private static final Pattern COUNTED =
      Pattern.compile("(?i)\\b(?:step|case|part|equation|figure|line)\\s*$");

  /** "34 hours in 4 weeks": what is told by the way. */
  private static final Pattern ASIDE =
      Pattern.compile("(?i)\\b(?:in|after|for|per|every|each|within|over|from|with|at)\\s+[$€£]?$");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。]\\s|\\n");
  private static final Pattern ENUMERATED = Pattern.compile("[.):]\\s");
  private static final Pattern UNFINISHED = Pattern.compile("[-=+*/×,(\\[{:\\\\^_&<>]\\s*$");

  private LastValue() {}

  static List<Mark> formulas(String text) {
    List<Mark> marks = new ArrayList<>();
    if (isCutOff(text)) {
      return marks;
    }
    int from = lastParagraph(text);
    String end = text.substring(from);
    for (Formula formula : Formulas.in(end)) {
      if (isValue(formula.inside())) {
        marks.add(new Mark(from + formula.end() - 1, formula.inside()));
      }
    }
    Matcher bold = BOLD.matcher(end);
    while (bold.find()) {
      boolean isLabel = bold.group(1).matches("\\s*\\p{L}{2,}.*|.*[:：]\\s*");
      AnswerPhrase.strong(bold.group(1), 0)
          .filter(value -> hasDigit(value) && !isLabel)
          .ifPresent(value -> marks.add(new Mark(text.length(), value)));
    }
    return marks;
  }

  static List<Mark> numbers(String text) {
    List<Mark> marks = new ArrayList<>();
    if (isCutOff(text)) {
      return marks;
    }
    int from = lastParagraph(text);
    String end = text.substring(from);
    List<Formula> formulas = Formulas.in(end);
    Matcher number = NUMBER.matcher(end);
    List<Mark> asides = new ArrayList<>();
    while (number.find()) {
      int at = number.start();
      boolean inFormula = formulas.stream().anyMatch(f -> f.start() <= at && at < f.end());
      String before = lineBefore(end, at);
      boolean enumerates =
          before.isBlank() && ENUMERATED.matcher(end.substring(number.end())).lookingAt();
      if (!inFormula && !enumerates && !COUNTED.matcher(before).find()) {
        boolean aside = ASIDE.matcher(before).find();
        (aside ? asides : marks).add(new Mark(from + number.end() - 1, number.group()));
      }
    }
    int last = marks.isEmpty() ? -1 : marks.get(marks.size() - 1).start();
    asides.stream().filter(m -> last < 0 || isAnotherSentence(text, last, m)).forEach(marks::add);
    return marks;
  }

  private static String lineBefore(String text, int at) {
    return text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
  }

  private static boolean isAnotherSentence(String text, int from, Mark later) {
    return later.start() > from && SENTENCE_END.matcher(text.substring(from, later.start())).find();
  }

  /** Where the last paragraph begins that holds a digit, of the last few; else the very last. */
  private static int lastParagraph(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    Matcher blank = PARAGRAPH.matcher(text);
    while (blank.find()) {
      starts.add(blank.end());
    }
    int end = text.length();
    for (int i = starts.size() - 1; i >= Math.max(0, starts.size() - PARAGRAPHS); i--) {
      if (hasDigit(text.substring(starts.get(i), end))) {
        return starts.get(i);
      }
      end = starts.get(i);
    }
    return starts.get(starts.size() - 1);
  }

  private static boolean isCutOff(String text) {
    String end = text.strip().replaceAll("(?:\\*\\*|__|`)+$", "");
    if (end.isEmpty() || UNFINISHED.matcher(end).find()) {
      return true;
    }
    return count(end, "\\(") > count(end, "\\)")
        || count(end, "\\[") > count(end, "\\]")
        || count(end, "{") - count(end, "\\{") > count(end, "}") - count(end, "\\}");
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /** A number, or more than a letter. */
  private static boolean isValue(String formula) {
    return hasDigit(formula) || formula.strip().length() > 2;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
