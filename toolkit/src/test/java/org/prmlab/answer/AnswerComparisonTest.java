package org.prmlab.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerComparisonTest {
  private static final AnswerComparison COMPARISON =
      AnswerComparison.withDefaults().withTimeLimit(Duration.ofSeconds(20));

  static Stream<Arguments> pairs() throws IOException {
    try (InputStream in = AnswerComparisonTest.class.getResourceAsStream("pairs.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .map(cells -> Arguments.of(verdict(cells.get(0)), cells.get(1), cells.get(2)));
    }
  }

  private static Equivalence verdict(String sign) {
    return switch (sign) {
      case "=" -> Equivalence.EQUAL;
      case "/" -> Equivalence.DIFFERENT;
      default -> Equivalence.UNDECIDED;
    };
  }

  @ParameterizedTest(name = "{1} and {2}: {0}")
  @MethodSource("pairs")
  void answersAreComparedAsMathematics(Equivalence expected, String one, String other) {
    assertEquals(expected, COMPARISON.compare(one, other));
  }

  @ParameterizedTest(name = "{2} and {1}: {0}")
  @MethodSource("pairs")
  void theOrderOfTheTwoDoesNotMatter(Equivalence expected, String one, String other) {
    assertEquals(expected, COMPARISON.compare(other, one));
  }

  @Test
  void aRightAnswerIsNeverDecidedBySubstring() {
    assertEquals(Equivalence.DIFFERENT, COMPARISON.compare("1", "12"));
    assertEquals(Equivalence.DIFFERENT, COMPARISON.compare("2", "\\frac{1}{2}"));
  }

  @Test
  void aPairThatTakesTooLongIsUndecided() {
    AnswerComparison hurried = COMPARISON.withTimeLimit(Duration.ZERO);
    assertEquals(Equivalence.UNDECIDED, hurried.compare("1/2", "0.5"));
    assertEquals(Equivalence.EQUAL, hurried.compare("0.5", " 0.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9^{9^{9^9}}",
        "(((((((((((((((((((((",
        "10^{10^{100}}",
        "1e999999999",
        "\\sqrt{\\sqrt{",
        "99999!",
        "\\frac{1}{0}",
        "{{{{{{}}}}}}",
        "\\begin{pmatrix}",
        ",,,,",
        "^",
        "_",
        "|||",
        "\\"
      })
  void anAnswerBeyondReachIsUndecidedAndNoError(String answer) {
    assertEquals(Equivalence.UNDECIDED, COMPARISON.compare(answer, "7x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7/3|2|7/3 is not 2",
        "5 cm|5 kg|different units: cm and kg",
        "\\foo{1}|2|not read: \\foo is not known",
        "7^{10^8}|7^{10^8}+1|closer to each other than 2500 digits can tell",
        "\\sqrt{8}|2\\sqrt{2}|the same to 100 digits: 2.82842712475",
        "\\frac{1}{3}|0.333|one is the other, rounded",
        "x^2|x|at x = 1863/1000 3470769/1000000 is not 1863/1000",
        "1, 2|1, 2, 3|2 items are not 3",
      })
  void aVerdictHasAReason(String one, String other, String reason) {
    assertEquals(reason, COMPARISON.explain(one, other).reason());
  }

  @Test
  void anAnswerNestedDeeperThanAnyStackIsUndecided() {
    for (String open : List.of("(", "{", "\\{", "\\sqrt", "-", "\\sin ", "2^", "|", "\\frac")) {
      String deep = open.repeat(1900 / open.length());
      assertEquals(Equivalence.UNDECIDED, COMPARISON.compare(deep, "1/2"), open);
    }
    assertEquals(Equivalence.UNDECIDED, COMPARISON.compare("1".repeat(3000), "1/2"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyTextEndsInOneOfTheThreeWords(long seed) {
    String alphabet = "0123456789xyi.,;()[]{}^_|/*+-=<>&%! \\frac\\sqrt\\pi\\pm\\cup\\text{cm}\\in";
    Random random = new Random(seed);
    AnswerComparison comparison = AnswerComparison.withDefaults().withSeed(seed);
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(25); length >= 0; length--) {
              int at = random.nextInt(alphabet.length());
              text.append(alphabet, at, Math.min(alphabet.length(), at + 1 + random.nextInt(4)));
            }
            String answer = text.toString();
            assertEquals(
                comparison.compare(answer, "x+1"), comparison.compare("x+1", answer), answer);
          }
        });
  }
}
