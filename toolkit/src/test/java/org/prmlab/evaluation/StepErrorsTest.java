package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Means;

class StepErrorsTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  static Stream<JsonNode> thresholds() {
    return Reference.records("thresholds");
  }

  /** Reference values: 2*a*b/(a+b), computed by hand. */
  @ParameterizedTest(name = "error {0}, correct {1} -> {2}")
  @CsvSource({"0.5, 1.0, 0.6666666666666666", "0.25, 0.75, 0.375", "0, 0.9, 0", "0, 0, 0"})
  void f1IsTheHarmonicMeanOfTheTwoAccuraciesAndNeverDividesByZero(
      double error, double correct, double expected) {
    assertEquals(expected, Means.harmonic(error, correct), 1e-15);
  }

  @Test
  void onlyTheExactFirstErrorCounts() {
    StepErrors measured =
        StepErrors.of(
            List.of(
                judged(1, 4, 2, 2),
                judged(2, 4, 2, 1),
                judged(3, 4, 2, -1),
                judged(4, 4, 0, 0),
                judged(5, 4, -1, -1),
                judged(6, 4, -1, 3)),
            BOOTSTRAP);
    assertEquals(0.5, measured.errorAccuracy().value());
    assertEquals(0.5, measured.correctAccuracy().value());
    assertEquals(0.5, measured.f1().value());
    assertEquals(4, measured.errors());
    assertEquals(2, measured.corrects());
  }

  @Test
  void sharesOfTwoSetsOfSolutionsAreSetApart() {
    List<PredictedVerdict> all =
        List.of(
            judged(1, 4, 2, 2),
            judged(2, 4, 2, 2),
            judged(3, 4, -1, -1),
            judged(4, 5, 2, 1),
            judged(5, 5, 0, 0));
    var row = StepErrorsComparison.locatedApart(s -> s.steps().size() == 4, all, BOOTSTRAP);
    assertEquals(1, row.first().orElseThrow().value());
    assertEquals(0.5, row.second().orElseThrow().value());
    assertEquals(0.5, row.difference().orElseThrow().difference().value());
  }

  @Test
  void aPredictorThatAlwaysSaysNoErrorHasF1Zero() {
    StepErrors measured =
        StepErrors.of(List.of(judged(1, 3, 1, -1), judged(2, 3, -1, -1)), BOOTSTRAP);
    Estimate f1 = measured.f1();
    assertEquals(0, f1.value());
    assertEquals(0, f1.low());
    assertTrue(f1.high() > 0.9, "one solution of each kind leaves all open: " + f1);
  }

  @Test
  void anEmptyClassGivesNoNumberInsteadOfNaN() {
    StepErrors measured = StepErrors.of(List.of(judged(1, 3, 1, 1)), BOOTSTRAP);
    assertEquals(Optional.empty(), measured.f1IfDefined());
    assertEquals(Optional.empty(), measured.correctAccuracyIfDefined());
    assertEquals(1, measured.errorAccuracy().value());
    assertEquals(Optional.empty(), StepErrors.of(List.of(), BOOTSTRAP).errorAccuracyIfDefined());
    var e = assertThrows(IllegalStateException.class, measured::f1);
    assertEquals("F1 is undefined: no solution without an error", e.getMessage());
  }

  @Test
  void anUnreadablePredictionMatchesNothingAndIsCounted() {
    PredictedVerdict lost =
        new PredictedVerdict(solution(1, 3), Verdict.allCorrect(), Optional.empty());
    StepErrors measured = StepErrors.of(List.of(lost, judged(2, 3, -1, -1)), BOOTSTRAP);
    assertEquals(0.5, measured.correctAccuracy().value());
    assertEquals(1, measured.unparsed());
  }

  @Test
  void theAverageOverSplitsWeighsThemEqually() {
    List<PredictedVerdict> perfect = List.of(judged(1, 3, 1, 1), judged(2, 3, -1, -1));
    List<PredictedVerdict> blind =
        IntStream.range(0, 20).mapToObj(i -> judged(i, 3, i % 2 == 0 ? 1 : -1, -1)).toList();
    Estimate average = StepErrors.averageF1(List.of(perfect, blind), BOOTSTRAP);
    assertEquals(0.5, average.value(), 1e-12);
  }

  @Test
  void partsAreMeasuredByGeneratorPositionAndLength() {
    List<PredictedVerdict> rows = List.of(judged(1, 3, 1, 1), judged(2, 4, -1, 0));
    assertEquals(
        List.of("step 2", "no error"),
        List.copyOf(ErrorGrouping.ERROR_POSITION.measure(rows, BOOTSTRAP).keySet()));
    Map<String, StepErrors> lengths = ErrorGrouping.LENGTH.measure(rows, BOOTSTRAP);
    assertEquals(List.of("3 steps", "4 steps"), List.copyOf(lengths.keySet()));
    List<StepErrors> measured = List.copyOf(lengths.values());
    assertEquals(1, measured.get(0).errorAccuracy().value());
    assertEquals(0, measured.get(1).correctAccuracy().value());
    assertEquals(2, ErrorGrouping.GENERATOR.measure(rows, BOOTSTRAP).size());
  }

  @ParameterizedTest
  @MethodSource("thresholds")
  void theCurveIsThatOfTryingEveryObservedScore(JsonNode reference) {
    List<ScoredSolution> rows = scored(reference);
    ThresholdCurve curve = ThresholdCurve.of(rows);
    double best = 0;
    for (JsonNode point : reference.get("points")) {
      ThresholdCurve.Point actual = at(curve, point.get(0).asDouble());
      assertEquals(point.get(1).asDouble(), actual.errorAccuracy(), 1e-12);
      assertEquals(point.get(2).asDouble(), actual.correctAccuracy(), 1e-12);
      assertEquals(point.get(3).asDouble(), actual.f1(), 1e-12);
      best = Math.max(best, point.get(3).asDouble());
    }
    assertEquals(best, curve.best().f1(), 1e-12);
    List<PredictedVerdict> judged = rows.stream().map(r -> r.at(curve.best().threshold())).toList();
    assertEquals(best, StepErrors.of(judged, BOOTSTRAP).f1().value(), 1e-12);
  }

  @Test
  void aThresholdNeedsSolutionsOfBothKinds() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> ThresholdCurve.of(List.of(scored(1, -1, 0.5, 0.9))));
    assertEquals(
        "0 solutions with and 1 without an error; a threshold is tuned on both kinds",
        error.getMessage());
  }

  @Test
  void aTruncatedSolutionIsNotJudged() {
    StepScores half = StepScores.of("prm", ScoreMeaning.STEP_CORRECT, solution(1, 4), 0.9, 0.8);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new ScoredSolution(half, Verdict.allCorrect()));
    assertEquals(
        "solution 's1' has 4 steps but 2 scores; score it without truncation or leave it out",
        error.getMessage());
  }

  @Test
  void aScoreOfExactlyZeroKeepsItsStep() {
    ScoredSolution row = scored(1, 1, 0.9, 0.0, 0.9);
    assertEquals(Verdict.errorAt(1), row.at(0).predicted().orElseThrow());
  }

  @Test
  void aCrossFittedThresholdNeverSawTheProblemItJudges() {
    List<ScoredSolution> rows = new ArrayList<>(scored(Reference.record("thresholds").get(1)));
    CrossFit fit = CrossFit.of(rows, 5, 1);
    assertEquals(5, fit.thresholds().size());
    assertEquals(rows.size(), fit.judged().size());
    double leaked = ThresholdCurve.of(rows).best().f1();
    double honest = StepErrors.of(fit.judged(), BOOTSTRAP).f1().value();
    assertTrue(honest <= leaked, honest + " above the best threshold's " + leaked);
    CrossFit again = CrossFit.of(rows, 5, 1);
    assertEquals(fit.thresholds(), again.thresholds());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(fit.judged().predicted(i), again.judged().predicted(i));
    }
    var error = assertThrows(IllegalArgumentException.class, () -> CrossFit.of(rows, 1, 1));
    assertEquals(
        "1 folds of 120 problems; from 2 folds to one a problem expected", error.getMessage());
  }

  @Test
  void oneProblemIsNeverInTwoFolds() {
    // Twins share a problem. If one twin tuned the threshold of the other, 0.4 would separate them.
    List<ScoredSolution> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(scored(i, i % 2 == 0 ? 0 : -1, i % 2 == 0 ? 0.3 : 0.6));
      rows.add(scored(i, i % 2 == 0 ? 0 : -1, i % 2 == 0 ? 0.3 : 0.6));
    }
    JudgedColumns judged = CrossFit.of(rows, 20, 3).judged();
    for (int i = 0; i < judged.size(); i += 2) {
      assertEquals(judged.predicted(i), judged.predicted(i + 1));
    }
  }

  @Test
  void rightAnswersByAWrongProcessAreCountedLocatedAndDetected() {
    List<PredictedVerdict> rows =
        List.of(judged(1, 3, 1, 1), judged(2, 3, 1, 2), judged(3, 3, 1, -1), judged(4, 3, -1, -1));
    CorrectAnswerWrongProcess flawed = CorrectAnswerWrongProcess.of(rows, BOOTSTRAP);
    assertEquals(3, flawed.flawed());
    assertEquals(1 / 3.0, flawed.exactLocation().value(), 1e-12);
    assertEquals(2 / 3.0, flawed.detection().value(), 1e-12);
    List<LabeledSolution> solutions =
        rows.stream().map(r -> LabeledSolution.of(r.solution(), r.truth())).toList();
    WrongProcessRate all = WrongProcessRate.of(solutions, BOOTSTRAP);
    assertEquals(0.75, all.rate().value());
    assertEquals(all, WrongProcessRate.by(s -> "any", solutions, BOOTSTRAP).withTotal().get("any"));
    var error =
        assertThrows(
            IllegalStateException.class, () -> WrongProcessRate.of(List.of(), BOOTSTRAP).rate());
    assertEquals("undefined: no right answer with a reference verdict", error.getMessage());
  }

  @Test
  void theShareOfMinimaAtTheEndStatesItsTies() {
    List<StepScores> scores =
        List.of(
            scored(1, -1, 0.9, 0.1).scores(),
            scored(2, -1, 0.5, 0.5).scores(),
            scored(3, -1, 0.1, 0.9).scores(),
            scored(4, -1, 0.2).scores());
    MinScoreAtFinalStep share = MinScoreAtFinalStep.of(scores, BOOTSTRAP);
    assertEquals(1 / 3.0, share.strict().value(), 1e-12);
    assertEquals(2 / 3.0, share.withTies().value(), 1e-12);
    assertEquals(3, share.solutions());
    assertEquals(1, share.oneStep());
    StepScores half = StepScores.of("prm", ScoreMeaning.STEP_CORRECT, solution(5, 2), 0.9);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> MinScoreAtFinalStep.of(List.of(half), BOOTSTRAP));
    assertEquals(
        "solution 's5' has 2 steps but 1 scores; its last score is unknown: leave it out",
        error.getMessage());
  }

  private static ThresholdCurve.Point at(ThresholdCurve curve, double threshold) {
    ThresholdCurve.Point last = curve.points().get(0);
    for (ThresholdCurve.Point point : curve.points()) {
      if (point.threshold() <= threshold) {
        last = point;
      }
    }
    return last;
  }

  private static List<ScoredSolution> scored(JsonNode reference) {
    List<ScoredSolution> rows = new ArrayList<>();
    for (JsonNode item : reference.get("items")) {
      double[] scores =
          Reference.numbers(item.get("scores")).stream().mapToDouble(x -> x).toArray();
      rows.add(scored(rows.size(), item.get("label").asInt(), scores));
    }
    return rows;
  }

  private static ScoredSolution scored(int id, int label, double... scores) {
    Solution solution = solution(id, scores.length);
    return new ScoredSolution(
        StepScores.of("prm", ScoreMeaning.STEP_CORRECT, solution, scores), verdict(label));
  }

  private static PredictedVerdict judged(int id, int steps, int truth, int predicted) {
    return PredictedVerdict.of(solution(id, steps), verdict(truth), verdict(predicted));
  }

  private static Verdict verdict(int label) {
    return label < 0 ? Verdict.allCorrect() : Verdict.errorAt(label);
  }

  private static Solution solution(int id, int steps) {
    return new Solution(
        "s" + id,
        Problem.of("", "problem " + id),
        "model-" + id,
        IntStream.range(0, steps).mapToObj(i -> "step " + i).toList(),
        Optional.empty(),
        Optional.of(true));
  }
}
