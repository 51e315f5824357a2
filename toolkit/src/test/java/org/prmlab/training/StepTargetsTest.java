package org.prmlab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabel.Rating;
import org.prmlab.data.StepLabel.Unlabeled;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;
import org.prmlab.model.folder.Fingerprint;

class StepTargetsTest {
  /** Four steps of two tokens, read at their second, after two tokens of the problem; one more. */
  private static final TokenRow ROW =
      TokenRow.of(IntStream.range(0, 11).toArray(), new int[] {3, 5, 7, 9});

  private static LabeledSolution labeled(StepLabel... labels) {
    Solution solution = Solution.of("s", Problem.of("p", "q"), List.of("a", "b", "c", "d"));
    return LabeledSolution.of(solution, new StepLabels("mc", List.of(labels)));
  }

  private static final LabeledSolution COUNTS =
      labeled(
          StepLabel.monteCarlo(6, 8),
          StepLabel.monteCarlo(2, 8),
          StepLabel.monteCarlo(0, 8),
          StepLabel.monteCarlo(1, 8));

  private static void assertTargets(
      StepTargets targets, LabeledSolution solution, List<Integer> reads, float... values) {
    TargetRow row = targets.of(solution, ROW).orElseThrow();
    assertEquals(reads, row.row().positions().boxed().toList());
    assertEquals(reads.get(reads.size() - 1) + 1, row.row().length(), "cut behind the last read");
    var expected = new Fingerprint();
    TargetRow.of(row.row(), values).describe(expected);
    var found = new Fingerprint();
    row.describe(found);
    assertEquals(expected.hex(), found.hex());
  }

  @Test
  void stepsAfterTheFirstIncorrectOneAreDropped() {
    assertTargets(StepTargets.withDefaults(), COUNTS, List.of(3, 5, 7), 1, 1, 0);
  }

  @Test
  void orKept() {
    StepTargets keep = StepTargets.withDefaults().withAfterError(LabelsAfterError.KEEP);
    assertTargets(keep, COUNTS, List.of(3, 5, 7, 9), 1, 1, 0, 1);
  }

  @Test
  void softTargetsAreTheRatesThemselves() {
    StepTargets soft = StepTargets.withDefaults().withKind(TargetKind.SOFT);
    assertTargets(soft, COUNTS, List.of(3, 5, 7), 0.75f, 0.25f, 0);
    assertTargets(
        soft.withAfterError(LabelsAfterError.KEEP),
        labeled(
            StepLabel.soft(0.5), Unlabeled.UNLABELED, Rating.POSITIVE, StepLabel.monteCarlo(1, 4)),
        List.of(3, 7, 9),
        0.5f,
        1,
        0.25f);
  }

  @Test
  void aHigherThresholdFindsTheErrorEarlier() {
    StepTargets strict =
        StepTargets.withDefaults()
            .withBinarization(Binarization.withDefaults().withThreshold(0.25));
    assertTargets(strict, COUNTS, List.of(3, 5), 1, 0);
  }

  @Test
  void theReferenceVerdictComesFirstAndASourceByName() {
    LabeledSolution both = COUNTS.withVerdict(Verdict.errorAt(1));
    assertTargets(StepTargets.withDefaults(), both, List.of(3, 5), 1, 0);
    assertTargets(StepTargets.withDefaults().withSource("mc"), both, List.of(3, 5, 7), 1, 1, 0);
    assertEquals(Optional.empty(), StepTargets.withDefaults().withSource("judge").of(both, ROW));
  }

  @Test
  void aSolutionCutShortKeepsTheTargetsOfItsSteps() {
    TokenRow cut = ROW.truncated(6);
    TargetRow row = StepTargets.withDefaults().of(COUNTS, cut).orElseThrow();
    assertEquals(2, row.row().scoredPositions());
    assertEquals(Optional.empty(), StepTargets.withDefaults().of(COUNTS, ROW.truncated(2)));
  }

  static List<Long> seeds() {
    return IntStream.range(0, 50).mapToObj(Long::valueOf).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anEpochTakesEveryRowOnceAndRowsOfLikeLengthTogether(long seed) {
    List<TargetRow> rows = new ArrayList<>();
    for (int i = 0; i < 103; i++) {
      TokenRow row = TokenRow.of(new int[1 + (i * 37) % 60], new int[] {0});
      rows.add(TargetRow.of(row, new float[] {i}));
    }
    RowOrder order = new RowOrder(rows, 10, seed);
    assertEquals(11, order.stepsPerEpoch());
    for (int epoch = 0; epoch < 2; epoch++) {
      Set<TargetRow> seen = new HashSet<>();
      for (int step = 0; step < 11; step++) {
        List<TargetRow> batch = order.batch(epoch * 11 + step);
        seen.addAll(batch);
        int shortest = batch.stream().mapToInt(r -> r.row().length()).min().orElseThrow();
        int longest = batch.stream().mapToInt(r -> r.row().length()).max().orElseThrow();
        assertTrue(longest - shortest <= 10, shortest + " to " + longest);
      }
      assertEquals(103, seen.size());
    }
    assertEquals(order.batch(13), new RowOrder(rows, 10, seed).batch(13), "by seed and step alone");
  }

  @ParameterizedTest(name = "{0} at step {1}: {2}")
  @CsvSource({
    "COSINE, 0, 0.25",
    "COSINE, 3, 1",
    "COSINE, 4, 1",
    "COSINE, 9, 0.55",
    "COSINE, 14, 0.1",
    "LINEAR, 9, 0.55",
    "LINEAR, 14, 0.1",
    "CONSTANT, 13, 1"
  })
  void theRateRisesThenFalls(RateDecay decay, int step, double expected) {
    assertEquals(expected, new LearningRate(1, 4, decay, 0.1).at(step, 14), 1e-12);
  }

  @Test
  void settingsThatMakeNoSenseAreAnError() {
    assertMessage(
        "learning rate -1.0, 0 warm-up steps, final share 0.0; expected > 0, >= 0, in [0, 1]",
        () -> new LearningRate(-1, 0, RateDecay.LINEAR, 0));
    assertMessage(
        "0 epochs, 32 solutions a batch, 8192 tokens a pass, 0 steps of the head only, head factor"
            + " 1.0; expected at least 1, 1, 1 and 0, and above 0",
        () -> TrainingSettings.withDefaults(1).withEpochs(0));
    assertMessage(
        "betas 0.9 and 1.0; expected both in [0, 1)",
        () -> org.prmlab.model.AdamW.withDefaults().withBeta2(1));
    assertMessage(
        "epsilon 1.0E-8, weight decay -1.0, largest norm 1.0; expected > 0, >= 0, >= 0",
        () -> org.prmlab.model.AdamW.withDefaults().withWeightDecay(-1));
    assertMessage(
        "4 reads but 1 targets and 1 weights; one of both a read needed",
        () -> TargetRow.of(ROW, new float[1]));
  }

  private static void assertMessage(
      String message, org.junit.jupiter.api.function.Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
