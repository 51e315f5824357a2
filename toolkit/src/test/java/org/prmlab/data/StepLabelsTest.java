package org.prmlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.prmlab.data.StepLabel.Hard.CORRECT;
import static org.prmlab.data.StepLabel.Hard.INCORRECT;
import static org.prmlab.data.StepLabel.Unlabeled.UNLABELED;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepLabelsTest {
  private static final Binarization PAPER = Binarization.withDefaults();

  @Test
  void aVerdictImpliesCorrectStepsThenTheErrorThenNothing() {
    assertEquals(
        List.of(CORRECT, INCORRECT, UNLABELED),
        StepLabels.ofVerdict("human", 3, Verdict.errorAt(1)).values());
    assertEquals(
        List.of(CORRECT, CORRECT), StepLabels.ofVerdict("human", 2, Verdict.allCorrect()).values());
  }

  @Test
  void labelsMadeFromAVerdictGiveItBack() {
    for (int steps = 1; steps < 6; steps++) {
      for (int error = 0; error < steps; error++) {
        Verdict verdict = Verdict.errorAt(error);
        assertEquals(
            Optional.of(verdict), StepLabels.ofVerdict("human", steps, verdict).verdict(PAPER));
      }
    }
  }

  @Test
  void aVerdictBeyondTheStepsIsNamed() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> StepLabels.ofVerdict("human", 2, Verdict.errorAt(2)));
    assertEquals(
        "first error at step 2 of a solution with 2 steps; steps are counted from 0",
        thrown.getMessage());
  }

  @Test
  void anUnlabeledStepBeforeTheFirstErrorLeavesTheVerdictOpen() {
    assertEquals(
        Optional.empty(),
        new StepLabels("human", List.of(CORRECT, UNLABELED, INCORRECT)).verdict(PAPER));
    assertEquals(
        Optional.empty(), new StepLabels("human", List.of(CORRECT, UNLABELED)).verdict(PAPER));
  }

  @ParameterizedTest(name = "neutral {0}: first error {1}")
  @CsvSource({"AS_CORRECT, 2", "AS_INCORRECT, 1", "DROP, "})
  void aNeutralRatingFollowsTheNamedPolicy(NeutralRating neutral, Integer expected) {
    StepLabels labels =
        new StepLabels(
            "human",
            List.of(
                StepLabel.Rating.POSITIVE, StepLabel.Rating.NEUTRAL, StepLabel.Rating.NEGATIVE));
    assertEquals(
        Optional.ofNullable(expected).map(Verdict::errorAt),
        labels.verdict(PAPER.withNeutral(neutral)));
  }

  @ParameterizedTest(name = "{0}/8 at threshold {1} is {2}")
  @CsvSource({
    "0, 0, INCORRECT",
    "1, 0, CORRECT",
    "8, 0, CORRECT",
    "1, 0.125, INCORRECT",
    "2, 0.125, CORRECT",
    "7, 0.875, INCORRECT",
    "8, 0.875, CORRECT"
  })
  void aRolloutRateIsCorrectOnlyStrictlyAboveTheThreshold(
      int correct, double threshold, StepLabel.Hard expected) {
    assertEquals(
        Optional.of(expected),
        StepLabel.monteCarlo(correct, 8).hard(PAPER.withThreshold(threshold)));
  }

  @Test
  void valuesOutsideTheirRangeAreNamed() {
    assertEquals(
        "9 of 8 rollouts correct, 8 tried;"
            + " expected 0 <= correct <= total <= tried and total >= 1",
        assertThrows(IllegalArgumentException.class, () -> StepLabel.monteCarlo(9, 8))
            .getMessage());
    assertEquals(
        "soft label NaN, outside [0, 1]; divide the count by its total first",
        assertThrows(IllegalArgumentException.class, () -> StepLabel.soft(Double.NaN))
            .getMessage());
    assertEquals(
        "threshold 1.0, outside [0, 1); a step is correct if its rate is above it",
        assertThrows(IllegalArgumentException.class, () -> PAPER.withThreshold(1)).getMessage());
    assertEquals(
        "step labels without a source; name who labeled them",
        assertThrows(IllegalArgumentException.class, () -> new StepLabels(" ", List.of()))
            .getMessage());
  }
}
