package org.prmlab.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.data.Verdict;
import org.prmlab.labeling.JudgeReading.Fault;

/**
 * Reads analysis blocks and a conclusion as models really write them: closing tags of another
 * number or none, blocks left out, bold type and chatter around.
 *
 * <p>The first error is the paragraph of the last block, if the conclusion is Incorrect: by its
 * number where the opening tags have rising numbers, by counting the blocks where they have none.
 * That the last block is the faulty one is our reading; the paper does not say how it parses.
 */
final class AnalysesOutput {
  private static final Pattern OPENING =
      Pattern.compile("(?i)<\\s*analysis(?:[ _-]*(?:paragraph[ _-]*)?(\\d{1,6}))?\\s*>");
  private static final Pattern CONCLUSION =
      Pattern.compile(
          "(?i)<\\s*conclusion\\s*>|(?:^[#\\s]*|\\*\\*)\\s*(?:final\\s+)?conclusion\\s*(?:\\*\\*)?\\s*:",
          Pattern.MULTILINE);
  private static final Pattern WORD =
      Pattern.compile("(?i)\\b(?:(incorrect|not\\s+correct|wrong)|(correct|right))\\b");

  private AnalysesOutput() {}

  static JudgeReading read(String output, int steps) {
    Optional<Boolean> correct = conclusion(output);
    if (correct.isEmpty()) {
      return JudgeReading.of(Fault.NO_CONCLUSION);
    }
    if (correct.get()) {
      return JudgeReading.of(Verdict.allCorrect());
    }
    List<Integer> numbers = new ArrayList<>(); // 0 for a block without number
    OPENING
        .matcher(output)
        .results()
        .forEach(m -> numbers.add(m.group(1) == null ? 0 : Integer.parseInt(m.group(1))));
    if (numbers.isEmpty()) {
      return JudgeReading.of(Fault.NO_ANALYSIS);
    }
    if (numbers.stream().allMatch(n -> n == 0)) {
      return JudgeReading.errorAt(numbers.size() - 1, steps);
    }
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) <= numbers.get(i - 1)) {
        return JudgeReading.of(Fault.NUMBERS_DISORDERED);
      }
    }
    return JudgeReading.errorAt(numbers.get(numbers.size() - 1) - 1, steps);
  }

  /** The first word of judgement behind the last conclusion mark. */
  private static Optional<Boolean> conclusion(String output) {
    Matcher mark = CONCLUSION.matcher(output);
    int from = -1;
    while (mark.find()) {
      from = mark.end();
    }
    Matcher word = WORD.matcher(output);
    return from >= 0 && word.find(from) ? Optional.of(word.group(2) != null) : Optional.empty();
  }
}
