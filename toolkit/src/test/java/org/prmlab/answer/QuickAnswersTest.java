package org.prmlab.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What spares work gives what the work gives. */
class QuickAnswersTest {
  private static final int TEXTS = 3000;

  private static final List<String> BITS =
      List.of(
          "answer",
          "AnSwEr: ",
          "final answer is ",
          "\n",
          "\r\n",
          "\u0085",
          "# Answer\n",
          "**Answer**\n",
          "\\boxed{",
          "\\boxed 5",
          "\\fbox\\frac12",
          "\boxed{3}",
          "}",
          "$",
          "<answer>",
          "</answer>",
          "<ANSWER>x",
          "答案是",
          "最终答案为",
          "故选:C",
          " the ",
          "so ",
          "solution is",
          ":",
          "my correct ans.",
          " is 7",
          "option B",
          "correct choice are ",
          "=",
          "\u017Folution is:",
          "*",
          "_",
          "✅",
          "-",
          "> ",
          "1,234",
          "\t",
          "word");

  static Stream<Arguments> searches() {
    return Map.of(
            "a tag", AnnouncedAnswer.TAGGED,
            "a final answer", AnnouncedAnswer.FINAL,
            "a heading", AnnouncedAnswer.HEADING,
            "a sentence", AnnouncedAnswer.SENTENCE,
            "a box", BoxedAnswer.OPENING)
        .entrySet()
        .stream()
        .map(search -> Arguments.of(search.getKey(), search.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searches")
  void wordsLeadToTheMatchesOfTheWholeText(String name, WordSearch search) {
    Random random = new Random(1);
    int found = 0;
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int bit = random.nextInt(12); bit >= 0; bit--) {
        text.append(BITS.get(random.nextInt(BITS.size())));
      }
      List<String> expected = all(search.pattern().matcher(text));
      assertEquals(expected, all(search.in(text.toString())), name + ": " + text);
      found += expected.size();
    }
    assertEquals(true, found > TEXTS / 20, name + " in too few texts: " + found);
  }

  private static List<String> all(Matcher matcher) {
    List<String> all = new ArrayList<>();
    while (matcher.find()) {
      all.add(matcher.start() + "-" + matcher.end());
    }
    return all;
  }

  private static List<String> all(WordSearch.Matches matches) {
    List<String> all = new ArrayList<>();
    while (matches.next()) {
      all.add(matches.start() + "-" + matches.end());
    }
    return all;
  }

  @Test
  void plainNumbersCompareAsMathematicsDoes() {
    AnswerComparison comparison = AnswerComparison.withDefaults();
    Random random = new Random(1);
    List<String> numbers =
        new ArrayList<>(
            List.of("0", "-0", "0.0", "00", "05", ".5", "0.5", "5.", " 5 ", "-", "", "1.2.3"));
    for (int i = 0; i < 40; i++) {
      String digits = String.valueOf(random.nextInt(200));
      numbers.add(random.nextBoolean() ? digits : "-" + digits);
      numbers.add(digits + "." + random.nextInt(10) + "0".repeat(random.nextInt(3)));
      numbers.add(digits + "0".repeat(12 + random.nextInt(8)));
    }
    for (String one : numbers) {
      for (String other : numbers) {
        assertEquals(
            comparison.explain(one, other).verdict(),
            comparison.compare(one, other),
            "'" + one + "' and '" + other + "'");
      }
    }
  }

  @Test
  void answersThatAreReadOnceCompareAsOthers() {
    AnswerComparison comparison = AnswerComparison.withDefaults();
    AnswerPairs pairs = AnswerPairs.of(comparison);
    List<String> answers =
        List.of(
            "\\frac{1}{2}",
            "0.5",
            "50\\%",
            "(B) 5",
            "B",
            "5",
            "5 cm",
            "5m",
            "1,22",
            "1.22",
            "x = 2",
            "(1, 2)",
            "\\{2, 1\\}",
            "\\text{no solution}",
            "",
            "{{",
            "\\$5",
            "5.0");
    for (String one : answers) {
      for (String other : answers) {
        assertEquals(
            comparison.compare(one, other), pairs.compare(one, other), one + " and " + other);
      }
    }
  }
}
