package org.prmlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationTest {
  private static StepScores scores(int steps, double... values) {
    Solution solution =
        Solution.of("s", Problem.of("p", "?"), Collections.nCopies(steps, "a step"));
    return StepScores.of("prm", ScoreMeaning.STEP_CORRECT, solution, values);
  }

  /** Worked out by hand for the scores 0.5, 0.2, 0.8. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"MIN, 0.2", "PRODUCT, 0.08", "LAST, 0.8", "MEAN, 0.5"})
  void isWhatThePaperSays(Aggregation aggregation, double expected) {
    assertEquals(expected, aggregation.of(scores(3, 0.5, 0.2, 0.8)), 1e-15);
  }

  /** The paper, section 3.2.4. */
  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({"MIN, true, false", "PRODUCT, true, false", "LAST, false, true", "MEAN, true, true"})
  void suitsScoresByWhatTheyMean(Aggregation aggregation, boolean correct, boolean success) {
    assertEquals(correct, aggregation.suits(ScoreMeaning.STEP_CORRECT));
    assertEquals(success, aggregation.suits(ScoreMeaning.EVENTUAL_SUCCESS));
    assertTrue(aggregation.suits(ScoreMeaning.UNSTATED));
  }

  @Test
  void ranksLongSolutionsWithoutUnderflow() {
    double[] low = new double[500];
    java.util.Arrays.fill(low, 0.1);
    double[] lower = low.clone();
    lower[0] = 0.05;
    assertEquals(0, Aggregation.PRODUCT.of(scores(500, low)));
    assertTrue(
        Aggregation.PRODUCT.rank(scores(500, low)) > Aggregation.PRODUCT.rank(scores(500, lower)));
  }

  /** A score of exactly 0 is a score: other tools take it for a missing step. */
  @Test
  void aScoreOfZeroCountsAsAStep() {
    StepScores scores = scores(3, 1, 0, 1);
    assertEquals(3, scores.scored());
    assertEquals(0, Aggregation.MIN.of(scores));
    assertEquals(Verdict.errorAt(1), scores.verdict(0.5));
  }

  @Test
  void refusesATruncatedSolution() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Aggregation.MIN.of(scores(3, 0.5, 0.5)));
    assertEquals(
        "solution 's' has 3 steps but 2 scores; score it without truncation first",
        error.getMessage());
  }

  @Test
  void rejectsWhatIsNoProbability() {
    var error = assertThrows(IllegalArgumentException.class, () -> scores(2, 0.5, 1.7));
    assertEquals(
        "step 1 scored 1.7, outside [0, 1]; apply the sigmoid or softmax first",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> scores(1, Double.NaN));
  }

  @Test
  void rejectsMoreScoresThanSteps() {
    var error = assertThrows(IllegalArgumentException.class, () -> scores(1, 0.5, 0.5));
    assertEquals(
        "solution 's' has 1 steps but 2 scores; one score a step needed", error.getMessage());
  }

  @Test
  void aStepIsRightOnlyAboveTheThreshold() {
    assertEquals(Verdict.errorAt(0), scores(1, 0.5).verdict(0.5));
    assertEquals(Verdict.allCorrect(), scores(1, 0.51).verdict(0.5));
  }

  @Test
  void showsMissingScoresAsDashes() {
    assertEquals("prm [0.500, -, -]", scores(3, 0.5).toString());
    assertEquals(List.of(0.5), scores(3, 0.5).values().boxed().toList());
  }
}
