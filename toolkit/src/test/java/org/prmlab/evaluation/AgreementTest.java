package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.Binarization;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.report.Results;
import org.prmlab.stats.Bootstrap;

class AgreementTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);
  private static final Binarization PAPER = Binarization.withDefaults();

  static Stream<JsonNode> kappas() {
    return Reference.records("kappa");
  }

  static Stream<JsonNode> alphas() {
    return Reference.records("alpha");
  }

  @ParameterizedTest
  @MethodSource("kappas")
  void kappaIsThatOfScikitLearn(JsonNode row) {
    Confusion confusion =
        Confusion.of(Reference.texts(row.get("first")), Reference.texts(row.get("second")));
    assertEquals(
        row.get("kappa").asDouble(), CohenKappa.of(confusion).orElseThrow(), Reference.TOLERANCE);
  }

  /** The first record is Krippendorff's own example, whose alpha he prints as 0.743. */
  @ParameterizedTest
  @MethodSource("alphas")
  void alphaIsThatOfCountingPairs(JsonNode row) {
    List<List<String>> items = Reference.list(row.get("items"), Reference::texts);
    assertEquals(
        row.get("alpha").asDouble(),
        KrippendorffAlpha.nominal(items).orElseThrow(),
        Reference.TOLERANCE);
  }

  @Test
  void agreementOnOneClassOnlyHasNoKappaInsteadOfNaN() {
    Confusion one = Confusion.of(List.of("a", "a"), List.of("a", "a"));
    assertEquals(OptionalDouble.empty(), CohenKappa.of(one));
    assertEquals(OptionalDouble.of(1), one.agreement());
    assertEquals(OptionalDouble.empty(), KrippendorffAlpha.nominal(List.of(List.of("a", "a"))));
    assertEquals(OptionalDouble.empty(), KrippendorffAlpha.nominal(List.of(List.of("a"))));
    assertEquals(OptionalDouble.empty(), Confusion.of(List.of(), List.of()).agreement());
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "-1, -1, NONE",
    "2, 2, NONE",
    "-1, 2, FIRST_OPTIMISTIC",
    "2, -1, FIRST_PESSIMISTIC",
    "2, 1, SECOND_EARLY",
    "2, 3, SECOND_LATE"
  })
  void disagreementsAreNamedBySideAndOrder(int first, int second, Disagreement expected) {
    assertEquals(expected, Disagreement.between(verdict(first), verdict(second)));
  }

  @Test
  void stepsThatOneSourceLeftUnlabeledAreNoItems() {
    // First: right, wrong, unlabeled. Second: right, right, wrong. Items: steps 1 and 2.
    Agreement agreement = Agreement.of(List.of(pair(1, 3, 1, 2)), PAPER, BOOTSTRAP);
    assertEquals(List.of(List.of(1L, 0L), List.of(1L, 0L)), agreement.steps().confusion().counts());
    assertEquals(0.5, agreement.steps().agreement().value());
  }

  @Test
  void firstErrorsAreCountedInATableByStep() {
    Agreement agreement =
        Agreement.of(
            List.of(pair(1, 3, 1, 1), pair(2, 2, -1, 0), pair(3, 3, -1, -1)), PAPER, BOOTSTRAP);
    Confusion verdicts = agreement.verdicts();
    assertEquals(List.of("no error", "step 1", "step 2"), verdicts.categories());
    assertEquals(1, verdicts.count(2, 2));
    assertEquals(1, verdicts.count(0, 1));
    assertEquals(1, verdicts.count(0, 0));
    assertEquals(3, verdicts.total());
    assertEquals(2 / 3.0, agreement.consensus().value(), 1e-12);
    assertEquals(2, agreement.disagreements().get(Disagreement.NONE));
    assertEquals(1, agreement.disagreements().get(Disagreement.FIRST_OPTIMISTIC));
    assertEquals(0, agreement.disagreements().get(Disagreement.SECOND_LATE));
  }

  @Test
  void aVerdictThatLabelsLeaveOpenIsCountedApart() {
    Solution solution = solution(1, 2);
    StepLabels open =
        new StepLabels("human", List.of(StepLabel.Unlabeled.UNLABELED, StepLabel.Hard.INCORRECT));
    LabelPair pair =
        new LabelPair(solution, open, StepLabels.ofVerdict("judge", 2, Verdict.errorAt(1)));
    Agreement agreement = Agreement.of(List.of(pair), PAPER, BOOTSTRAP);
    assertEquals(1, agreement.open());
    assertTrue(agreement.consensusIfDefined().isEmpty());
    assertEquals(1, agreement.steps().confusion().total());
  }

  @Test
  void agreementIsMeasuredAtEachPosition() {
    Results<StepAgreement> parts =
        Agreement.byStep(
            List.of(pair(1, 3, 1, 2), pair(2, 3, -1, -1)), new Agreement.Asked(PAPER, BOOTSTRAP));
    assertEquals(List.of("1", "2", "3"), List.copyOf(parts.toMap().keySet()));
    List<StepAgreement> at = parts.toList();
    assertEquals(1, at.get(0).agreement().value());
    assertEquals(0.5, at.get(1).agreement().value());
    assertEquals(1, at.get(2).confusion().total());
  }

  @Test
  void pairsAreSplitByDifficulty() {
    List<LabelPair> pairs = List.of(pair(1, 3, 1, 2), pair(2, 3, -1, -1), pair(3, 2, 0, 0));
    Map<String, List<LabelPair>> parts =
        Agreement.split(p -> p.solution().steps().size() > 2 ? "hard" : "easy", pairs);
    assertEquals(Map.of("hard", pairs.subList(0, 2), "easy", pairs.subList(2, 3)), parts);
  }

  @Test
  void theRetentionCurveFollowsTheThresholdOfTheHardLabel() {
    // Rollouts 8, 3, 0 of 8. At threshold 0 the first error is step 3, from 3/8 on it is step 2.
    StepLabels rollouts =
        new StepLabels(
            "mc",
            List.of(
                StepLabel.monteCarlo(8, 8),
                StepLabel.monteCarlo(3, 8),
                StepLabel.monteCarlo(0, 8)));
    LabelPair pair =
        new LabelPair(
            solution(1, 3), rollouts, StepLabels.ofVerdict("judge", 3, Verdict.errorAt(1)));
    List<Double> thresholds = IntStream.range(0, 8).mapToObj(i -> i / 8.0).toList();
    List<Retention> curve = Retention.curve(thresholds, List.of(pair), PAPER, BOOTSTRAP);
    assertEquals(
        List.of(0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0),
        curve.stream().map(r -> r.kept().value()).toList());
  }

  @Test
  void labelsOfAnotherSolutionAreRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new LabelPair(
                    solution(1, 3),
                    StepLabels.ofVerdict("mc", 3, Verdict.allCorrect()),
                    StepLabels.ofVerdict("judge", 2, Verdict.allCorrect())));
    assertEquals(
        "solution 's1' has 3 steps but 2 labels from judge; are these labels of another file?",
        error.getMessage());
  }

  @Test
  void aTableThatIsNotSquareIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Confusion(List.of("a", "b"), List.of(List.of(1L))));
    assertEquals(
        "2 categories; a square table of as many rows and columns expected", error.getMessage());
    error =
        assertThrows(IllegalArgumentException.class, () -> Confusion.of(List.of("a"), List.of()));
    assertEquals("1 and 0 items; pairs of the same items expected", error.getMessage());
  }

  private static LabelPair pair(int id, int steps, int first, int second) {
    return LabelPair.ofVerdicts(solution(id, steps), verdict(first), verdict(second));
  }

  private static Verdict verdict(int label) {
    return label < 0 ? Verdict.allCorrect() : Verdict.errorAt(label);
  }

  private static Solution solution(int id, int steps) {
    List<String> texts = IntStream.range(0, steps).mapToObj(i -> "step " + i).toList();
    return Solution.of("s" + id, Problem.of("", "problem " + id), texts);
  }
}
