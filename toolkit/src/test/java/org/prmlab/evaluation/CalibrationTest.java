package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.Results;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PairedComparison;

class CalibrationTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  static Stream<JsonNode> references() {
    return Reference.records("calibration");
  }

  @ParameterizedTest
  @MethodSource("references")
  void theCurveItsErrorAndTheAreaAreThoseOfScikitLearn(JsonNode reference) {
    List<Double> scores = Reference.numbers(reference.get("scores"));
    Calibration calibration =
        Calibration.of(
            scores, Reference.booleans(reference.get("right")), Clusters.ofRows(scores.size()));
    List<ReliabilityBin> curve = calibration.reliability(10, BOOTSTRAP);
    assertEquals(reference.get("counts").size(), curve.size());
    for (int i = 0; i < curve.size(); i++) {
      assertEquals(reference.get("counts").get(i).asInt(), curve.get(i).items());
      assertEquals(reference.get("rates").get(i).asDouble(), curve.get(i).rate().value(), 1e-12);
      assertEquals(reference.get("means").get(i).asDouble(), curve.get(i).meanScore(), 1e-12);
    }
    assertEquals(
        reference.get("expected_error").asDouble(),
        calibration.expectedError(10, BOOTSTRAP).value(),
        1e-12);
    Estimate area = calibration.auroc(BOOTSTRAP).orElseThrow();
    assertEquals(reference.get("auroc").asDouble(), area.value(), 1e-12);
    assertTrue(area.contains(area.value()));
  }

  @Test
  void scoresThatAllTieSeparateNothing() {
    Calibration flat = Calibration.of(List.of(0.5, 0.5), List.of(true, false), Clusters.ofRows(2));
    assertEquals(0.5, flat.auroc(BOOTSTRAP).orElseThrow().value());
  }

  @Test
  void oneClassHasNoAreaInsteadOfNaN() {
    Calibration right = Calibration.of(List.of(0.5, 1.0), List.of(true, true), Clusters.ofRows(2));
    assertTrue(right.auroc(BOOTSTRAP).isEmpty());
  }

  @Test
  void aScoreThatIsNoProbabilityIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Calibration.of(List.of(1.7), List.of(true), Clusters.ofRows(1)));
    assertEquals(
        "score 1.7, outside [0, 1]; apply the sigmoid or softmax first", error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Calibration.of(List.of(), List.of(), Clusters.ofRows(0)));
    assertEquals(
        "0 scores, 0 outcomes, 0 clustered rows; as many of each expected, at least one",
        error.getMessage());
  }

  /** Forty problems of two items each; scores near the outcome, or the same turned about. */
  private static Calibration scored(double hit) {
    List<Double> scores = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    List<Integer> problems = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      boolean isRight = i % 3 != 0;
      right.add(isRight);
      double off = i % 10 / 25.0;
      scores.add(isRight ? hit - off : 1 - hit + off);
      problems.add(i / 2);
    }
    return Calibration.of(scores, right, Clusters.by(problems));
  }

  /** The differences are those of the measures themselves, and their intervals leave out 0. */
  @Test
  void twoScoringsOfTheSameItemsAreComparedPairByPair() {
    Calibration good = scored(.95);
    Calibration poor = scored(.6);
    Results<ComparedRow> compared = good.compare(poor, 10, BOOTSTRAP);
    ComparedRow error = compared.get("expected error");
    ComparedRow area = compared.get("AUROC");
    PairedComparison lower = error.difference().orElseThrow();
    PairedComparison larger = area.difference().orElseThrow();
    assertEquals(good.expectedError(10, BOOTSTRAP), error.first().orElseThrow());
    assertEquals(poor.auroc(BOOTSTRAP), area.second());
    assertEquals(
        good.expectedError(10, BOOTSTRAP).value() - poor.expectedError(10, BOOTSTRAP).value(),
        lower.difference().value(),
        1e-12);
    assertEquals(
        good.auroc(BOOTSTRAP).orElseThrow().value() - poor.auroc(BOOTSTRAP).orElseThrow().value(),
        larger.difference().value(),
        1e-12);
    assertTrue(lower.difference().high() < 0 && larger.difference().low() > 0, compared.toString());
    assertEquals("clear", larger.word());
    PairedComparison back =
        poor.compare(good, 10, BOOTSTRAP).get("AUROC").difference().orElseThrow();
    assertEquals(-larger.difference().low(), back.difference().high(), 1e-12);
  }

  @Test
  void aScoringIsNotClearOfItself() {
    ComparedRow error = scored(.8).compare(scored(.8), 10, BOOTSTRAP).get("expected error");
    assertEquals(0, error.difference().orElseThrow().difference().value());
    assertEquals("undecided", error.difference().orElseThrow().word());
  }

  @Test
  void otherItemsAreNotCompared() {
    Calibration one = Calibration.of(List.of(.5, .6), List.of(true, false), Clusters.ofRows(2));
    Calibration turned = Calibration.of(List.of(.5, .6), List.of(false, true), Clusters.ofRows(2));
    Calibration joined =
        Calibration.of(List.of(.5, .6), List.of(true, false), Clusters.by(List.of("a", "a")));
    for (Calibration other : List.of(turned, joined, scored(.9))) {
      var error = assertThrows(IllegalArgumentException.class, () -> one.compare(other));
      assertTrue(
          String.valueOf(error.getMessage()).endsWith("expected two scorings of the same"),
          error.getMessage());
    }
  }
}
