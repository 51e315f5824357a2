package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prmlab.data.ProblemKey;
import org.prmlab.stats.Bootstrap;

class PrmBenchScoreTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  @Test
  void bothF1AreThoseOfScikitLearn() {
    JsonNode reference = Reference.record("prm_bench");
    List<PrmBenchItem> items = new ArrayList<>();
    for (JsonNode item : reference.get("items")) {
      items.add(
          new PrmBenchItem(
              new ProblemKey("", "question " + items.size()),
              items.size() % 2 == 0 ? "circular" : "redundancy",
              Reference.booleans(item.get("valid")),
              Reference.booleans(item.get("called"))));
    }
    PrmBenchScore all = PrmBenchScore.of(items, BOOTSTRAP);
    assertEquals(reference.get("valid_f1").asDouble(), all.validF1().orElseThrow().value(), 1e-12);
    assertEquals(
        reference.get("invalid_f1").asDouble(), all.invalidF1().orElseThrow().value(), 1e-12);
    assertEquals(
        reference.get("prm_score").asDouble(), all.prmScore().orElseThrow().value(), 1e-12);
    assertEquals(
        reference.get("first_error_accuracy").asDouble(),
        all.firstErrorAccuracy().orElseThrow().value(),
        1e-12);
    Map<String, PrmBenchScore> classes = PrmBenchScore.byClass(items, BOOTSTRAP);
    assertEquals(List.of("circular", "redundancy"), List.copyOf(classes.keySet()));
    assertEquals(List.of(40, 40), classes.values().stream().map(PrmBenchScore::items).toList());
  }

  @Test
  void aClassWithoutInvalidStepsHasNoScoreInsteadOfNaN() {
    PrmBenchScore measured =
        PrmBenchScore.of(
            List.of(
                new PrmBenchItem(
                    new ProblemKey("", "q"), "multi", List.of(true, true), List.of(true, false))),
            BOOTSTRAP);
    assertTrue(measured.prmScore().isEmpty());
    assertTrue(measured.invalidF1().isEmpty());
    assertTrue(measured.firstErrorAccuracy().isEmpty());
    assertEquals(2 / 3.0, measured.validF1().orElseThrow().value(), 1e-12);
  }

  @Test
  void aTruncatedItemIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new PrmBenchItem(
                    new ProblemKey("", "q"), "multi", List.of(true, true), List.of(true)));
    assertEquals(
        "2 steps but 1 step labels for 'q'; score it without truncation or leave it out",
        error.getMessage());
  }
}
