package org.prmlab.notebook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.labeling.ConsensusFilter;

class ConsensusExplorableTest {
  private static final Map<String, Verdict> TRUTHS = new HashMap<>();

  private static List<LabelPair> pairs(int count) {
    List<LabelPair> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var solution = ExploreExamples.solution("s" + i, "a", "b " + ExploreExamples.HOSTILE);
      var rollouts = List.<StepLabel>of(StepLabel.monteCarlo(8, 8), StepLabel.monteCarlo(i % 9, 8));
      Verdict judge = i % 4 == 0 ? Verdict.errorAt(1) : Verdict.allCorrect();
      all.add(
          new LabelPair(
              solution, new StepLabels("mc", rollouts), StepLabels.ofVerdict("judge", 2, judge)));
      TRUTHS.put("s" + i, i % 5 == 0 ? Verdict.errorAt(1) : Verdict.allCorrect());
    }
    return all;
  }

  @Test
  void whatIsKeptAtEveryThresholdIsWhatTheFilterKeeps() throws Exception {
    List<LabelPair> pairs = pairs(90);
    JsonNode data = ExploreExamples.data(Explore.consensus(pairs, TRUTHS));
    for (int t = 0; t < 8; t++) {
      var filter = ConsensusFilter.withDefaults().withThreshold(t / 8.0);
      var kept = filter.split(pairs).kept();
      assertEquals(kept.size(), data.path("kept").path(t).asInt(), "threshold " + t);
      long right =
          kept.stream()
              .filter(
                  p ->
                      p.first()
                          .verdict(filter.rule())
                          .orElseThrow()
                          .equals(TRUTHS.get(p.solution().id())))
              .count();
      assertEquals(right, data.path("right").path(t).asInt(), "threshold " + t);
      int drawnKept = 0;
      for (JsonNode one : data.path("solutions")) {
        drawnKept +=
            one.path("firstVerdicts").path(t).asInt() == one.path("secondVerdict").asInt() ? 1 : 0;
      }
      assertEquals(kept.size(), drawnKept); // all ninety are drawn
    }
  }

  @Test
  void aSolutionCarriesBothLabelsAndTheTruth() throws Exception {
    JsonNode one =
        ExploreExamples.data(Explore.consensus(pairs(90), TRUTHS)).path("solutions").path(20);
    assertEquals("[\"8 of 8\",\"2 of 8\"]", one.path("firstLabels").toString());
    assertEquals("[\"right\",\"wrong\"]", one.path("secondLabels").toString());
    assertEquals("[-1,-1,1,1,1,1,1,1]", one.path("firstVerdicts").toString());
    assertEquals(1, one.path("truth").asInt());
  }

  @Test
  void ofManySolutionsSomeAreDrawnAndAllAreCounted() throws Exception {
    JsonNode data = ExploreExamples.data(Explore.consensus(pairs(1000), TRUTHS));
    assertEquals(160, data.path("solutions").size());
    assertEquals(1000, data.path("all").asInt());
  }

  @Test
  void ofLongSolutionsFewerAreDrawn() throws Exception {
    List<LabelPair> longer = new ArrayList<>();
    for (LabelPair pair : pairs(200)) {
      var solution = ExploreExamples.solution(pair.solution().id(), "x".repeat(3000), "y");
      longer.add(new LabelPair(solution, pair.first(), pair.second()));
    }
    JsonNode data = ExploreExamples.data(Explore.consensus(longer, TRUTHS));
    assertEquals(40, data.path("solutions").size());
  }

  @Test
  void aSolutionWithoutATruthIsRefused() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Explore.consensus(pairs(3), Map.of()));
    assertTrue(
        String.valueOf(error.getMessage()).endsWith("has no reference verdict to compare with"));
    error =
        assertThrows(IllegalArgumentException.class, () -> Explore.consensus(List.of(), Map.of()));
    assertEquals("no solutions to show; at least one expected", error.getMessage());
  }
}
