package org.prmlab.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closed forms from seeds: what differs by however little is never equal. */
class ClosedFormPropertyTest {
  private static final AnswerComparison COMPARISON =
      AnswerComparison.withDefaults().withTimeLimit(Duration.ofMinutes(1));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTinyDifferenceIsNeverEqual(long seed) {
    Random random = new Random(seed);
    String closed = closedForm(random, 3);
    int places = 1 + random.nextInt(300);
    String tiny =
        switch (random.nextInt(4)) {
          case 0 -> "10^{-" + places + "}";
          case 1 -> "\\frac{1}{3 \\cdot 7^{" + places + "}}";
          case 2 -> "e^{-" + places + "}";
          default -> "\\frac{\\pi}{2^{" + places + "}}";
        };
    String moved = closed + " + " + tiny;
    Comparison there = COMPARISON.explain(closed, moved);
    assertNotEquals(Equivalence.EQUAL, there.verdict(), closed + " | " + moved + ": " + there);
    assertEquals(there.verdict(), COMPARISON.compare(moved, closed), closed + " | " + moved);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameValueWrittenInAnotherWayIsEqual(long seed) {
    Random random = new Random(seed);
    String a = closedForm(random, 2);
    String b = closedForm(random, 2);
    String product = "(%s + %s)(%s - %s)".formatted(a, b, a, b);
    String squares = "(%s)^2 - (%s)^2".formatted(a, b);
    assertEquals(Equivalence.EQUAL, COMPARISON.compare(product, squares), product);
    assertEquals(Equivalence.EQUAL, COMPARISON.compare(squares, product), product);
  }

  /** Positive numbers, roots, logarithms, exponentials and angles, put together. */
  private static String closedForm(Random random, int depth) {
    if (depth == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> "\\pi";
        case 1 -> "\\frac{%d}{%d}".formatted(1 + random.nextInt(20), 1 + random.nextInt(20));
        case 2 -> "%d.%d".formatted(random.nextInt(9), 1 + random.nextInt(98));
        default -> Integer.toString(1 + random.nextInt(40));
      };
    }
    String a = closedForm(random, depth - 1);
    String b = closedForm(random, depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "(%s + %s)".formatted(a, b);
      case 1 -> "%s \\cdot %s".formatted(a, b);
      case 2 -> "\\frac{%s}{%s}".formatted(a, b);
      case 3 -> "\\sqrt{%s}".formatted(a);
      case 4 -> "\\ln(1 + %s)".formatted(a);
      case 5 -> "(2 + \\sin(%s))".formatted(a);
      default -> "e^{\\frac{%s}{10 + %s}}".formatted(a, a);
    };
  }
}
