package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;

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
}
