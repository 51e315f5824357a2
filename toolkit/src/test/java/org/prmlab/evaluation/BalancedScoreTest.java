package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prmlab.data.StepLabel.Rating;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;

/** Expected values counted by hand. */
class BalancedScoreTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  private static CalledSteps steps(String problem, String right, String called) {
    return new CalledSteps(
        problem,
        right.chars().mapToObj(c -> c == '1').toList(),
        called
            .chars()
            .mapToObj(c -> c == '?' ? Optional.<Boolean>empty() : Optional.of(c == '1'))
            .toList());
  }

  private static double value(Optional<Estimate> interval) {
    return interval.orElseThrow().value();
  }

  /**
   * Right steps: 7, of which 5 are called so; wrong ones: 4, of which 2. Right responses: 2, of
   * which 1; wrong ones: 3, of which 2. First errors: right 1 of 2; located 1 of 3.
   */
  private static List<CalledSteps> solutions() {
    return List.of(
        steps("a", "111", "111"),
        steps("a", "11", "10"),
        steps("b", "100", "100"),
        steps("c", "10", "00"),
        steps("d", "0", "?"));
  }

  @Test
  void theThreeLevelsAreCounted() {
    BalancedScore score = BalancedScore.of(solutions(), BOOTSTRAP);
    assertEquals(7, score.step().right());
    assertEquals(4, score.step().wrong());
    assertEquals(5 / 7.0, value(score.step().rightRate()), 1e-12);
    assertEquals(3 / 4.0, value(score.step().wrongRate()), 1e-12);
    assertEquals((5 / 7.0 + 3 / 4.0) / 2, value(score.step().accuracy()), 1e-12);
    assertEquals(2 * (5 / 7.0) * 0.75 / (5 / 7.0 + 0.75), value(score.step().f1()), 1e-12);
    assertEquals((1 / 2.0 + 2 / 3.0) / 2, value(score.response().accuracy()), 1e-12);
    assertEquals((1 / 2.0 + 1 / 3.0) / 2, value(score.errorId().accuracy()), 1e-12);
    assertEquals(2 * 0.5 * (1 / 3.0) / (0.5 + 1 / 3.0), value(score.errorId().f1()), 1e-12);
    assertEquals(1, score.unread());
  }

  @Test
  void aSystemThatCallsEverythingRightHasNoBalancedF1() {
    List<CalledSteps> all = List.of(steps("a", "11", "11"), steps("b", "10", "11"));
    BalancedScore score = BalancedScore.of(all, BOOTSTRAP);
    assertEquals(0.5, value(score.step().accuracy()), 0);
    assertEquals(0, value(score.step().f1()), 0);
    BalancedScore right = BalancedScore.of(all.subList(0, 1), BOOTSTRAP);
    assertEquals(Optional.empty(), right.step().accuracy());
    assertEquals(1, value(right.step().rightRate()), 0);
  }

  @Test
  void solutionsOfOneProblemAreDrawnTogether() {
    List<CalledSteps> copies = new ArrayList<>();
    List<CalledSteps> apart = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      CalledSteps one = steps("p" + i / 10, i / 10 % 2 == 0 ? "1" : "0", i / 20 == 0 ? "1" : "0");
      copies.add(one);
      apart.add(new CalledSteps("q" + i, one.right(), one.called()));
    }
    Estimate together = BalancedScore.of(copies, BOOTSTRAP).step().accuracy().orElseThrow();
    Estimate alone = BalancedScore.of(apart, BOOTSTRAP).step().accuracy().orElseThrow();
    assertTrue(together.high() - together.low() > 2 * (alone.high() - alone.low()));
  }

  @Test
  void countsThatDifferAreAnError() {
    assertEquals(
        "2 steps but 1 step labels for 'p'; one a step expected, null where none can be read",
        assertThrows(IllegalArgumentException.class, () -> steps("p", "10", "1")).getMessage());
  }

  private static RatedTrajectory rated(String question, String truth, String called) {
    return new RatedTrajectory(
        question,
        truth.chars().mapToObj(BalancedScoreTest::rating).flatMap(Optional::stream).toList(),
        called.chars().mapToObj(BalancedScoreTest::rating).toList());
  }

  private static Optional<Rating> rating(int c) {
    return switch (c) {
      case '+' -> Optional.of(Rating.POSITIVE);
      case '0' -> Optional.of(Rating.NEUTRAL);
      case '-' -> Optional.of(Rating.NEGATIVE);
      default -> Optional.empty();
    };
  }

  @Test
  void ratingsAreComparedThreeWays() {
    ThreeWayScore score =
        ThreeWayScore.of(
            List.of(rated("a", "++-", "+0-"), rated("a", "+0", "++"), rated("b", "--", "?-")),
            BOOTSTRAP);
    assertEquals(4 / 7.0, value(score.stepAccuracy()), 1e-12);
    assertEquals(2 / 3.0, value(score.firstErrorAccuracy()), 1e-12);
    assertEquals(7, score.steps());
    assertEquals(1, score.unread());
    assertEquals(
        Map.of(Rating.POSITIVE, 2 / 3.0, Rating.NEUTRAL, 0.0, Rating.NEGATIVE, 2 / 3.0),
        Map.of(
            Rating.POSITIVE, recall(score, Rating.POSITIVE),
            Rating.NEUTRAL, recall(score, Rating.NEUTRAL),
            Rating.NEGATIVE, recall(score, Rating.NEGATIVE)));
    assertEquals(
        "2 steps but 1 ratings for 'q'; one a step expected",
        assertThrows(IllegalArgumentException.class, () -> rated("q", "++", "+")).getMessage());
  }

  private static double recall(ThreeWayScore score, Rating rating) {
    return Stream.ofNullable(score.recall().get(rating)).findFirst().orElseThrow().value();
  }
}
