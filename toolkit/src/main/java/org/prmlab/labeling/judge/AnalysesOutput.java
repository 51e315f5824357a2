package org.prmlab.labeling.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticReading;
import org.prmlab.evaluation.SpokenText;
import org.prmlab.evaluation.Unread;

/**
 * Reads analysis blocks and a conclusion as models really write them: closing tags of another
 * number or none, blocks left out, headings in place of tags, bold type and chatter around. What
 * the model only thinks is left out.
 *
 * <p>The first error is the paragraph of the last block, if the conclusion is Incorrect: by its
 * number where the opening tags have rising numbers, by counting the blocks where they have none.
 * That the last block is the faulty one is our reading; the paper does not say how it parses.
 */
final class AnalysesOutput {
  private static final int UNNUMBERED = -1;
  private static final Pattern TAG =
      Pattern.compile("(?i)<\\s*analysis(?:[ _-]*(?:paragraph[ _-]*)?(\\d{1,6}))?\\s*>");
  private static final Pattern HEADING =
      Pattern.compile(
          "(?im)^[#>*_\\s-]*(?:analysis(?:\\s+of)?(?:\\s+the)?(?:\\s+(?:paragraph|step))?[\\s_#]*"
              + "|(?:paragraph|step)[\\s_#]*(?=\\d{1,6}\\s+analysis\\b)|分析\\s*|第\\s*(?=\\d{1,6}\\s*[段步]\\S{0,2}分析))"
              + "(\\d{1,6})");
  private static final String WORD = "(?:conclusion|verdict|judge?ment|assessment)";
  private static final Pattern CONCLUSION =
      Pattern.compile(
          "(?im)<\\s*(?:final[ _-]?)?"
              + WORD
              + "\\s*>"
              + "|(?:^[#>_\\s-]*|\\*\\*)\\s*(?:(?:final|overall)\\s+)?"
              + WORD
              + "\\s*(?:\\*\\*|__)?\\s*[:：](?:\\*\\*|__)?"
              + "|^\\s*(?:#+|\\*\\*|__)\\s*(?:(?:final|overall)\\s+)?"
              + WORD
              + "\\s*(?:\\*\\*|__)?\\s*$"
              + "|^[#>*_\\s-]*最?终?(?:结论|判断|判定)[*_]*\\s*[:：]");
  private static final Pattern END =
      Pattern.compile("(?i)<\\s*/\\s*(?:final[ _-]?)?" + WORD + "\\s*>");

  private AnalysesOutput() {}

  static CriticReading read(String output, int steps) {
    return SpokenText.of(output)
        .map(spoken -> spoken(spoken).within(steps))
        .orElseGet(() -> CriticReading.of(SpokenText.silence(output)));
  }

  private static CriticReading spoken(String text) {
    Optional<String> conclusion = conclusion(text);
    if (conclusion.isEmpty()) {
      return CriticReading.of(Unread.NO_CONCLUSION);
    }
    return switch (ConclusionText.of(conclusion.get())) {
      case CORRECT -> CriticReading.of(Verdict.allCorrect());
      case INCORRECT -> last(text);
      case UNCLEAR -> CriticReading.of(Unread.UNCLEAR);
      case CONTRADICTORY -> CriticReading.of(Unread.CONTRADICTORY);
    };
  }

  /** What stands behind the last conclusion mark. */
  private static Optional<String> conclusion(String text) {
    Matcher mark = CONCLUSION.matcher(text);
    int from = -1;
    while (mark.find()) {
      from = mark.end();
    }
    return from < 0 ? Optional.empty() : Optional.of(END.split(text.substring(from), 2)[0]);
  }

  private static CriticReading last(String text) {
    List<Integer> numbers = numbers(TAG, text);
    if (numbers.isEmpty()) {
      numbers = numbers(HEADING, text);
    }
    if (numbers.isEmpty()) {
      return CriticReading.of(Unread.NO_ANALYSIS);
    }
    if (numbers.stream().allMatch(n -> n == UNNUMBERED)) {
      return CriticReading.of(Verdict.errorAt(numbers.size() - 1));
    }
    int before = 0; // paragraphs are counted from 1; from 0 it is not known which is meant
    for (int number : numbers) {
      if (number <= before) {
        return CriticReading.of(Unread.NUMBERS_DISORDERED);
      }
      before = number;
    }
    return CriticReading.of(Verdict.errorAt(before - 1));
  }

  private static List<Integer> numbers(Pattern opening, String text) {
    List<Integer> numbers = new ArrayList<>();
    opening
        .matcher(text)
        .results()
        .forEach(m -> numbers.add(m.group(1) == null ? UNNUMBERED : Integer.parseInt(m.group(1))));
    return numbers;
  }
}
