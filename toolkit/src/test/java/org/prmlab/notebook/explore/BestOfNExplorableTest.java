package org.prmlab.notebook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.report.View;

class BestOfNExplorableTest {
  /** Thirteen problems of eight samples, of which 0, 1, ... are right; ten of them are mixed. */
  private static SampledSolutions samples() {
    List<LabeledSolution> all = new ArrayList<>();
    for (int p = 0; p < 13; p++) {
      Problem problem =
          new Problem("p" + p, p + " + 0? " + ExploreExamples.HOSTILE, Optional.of("" + p));
      for (int i = 0; i < 8; i++) {
        boolean right = (i * 5 + p) % 8 < p % 9;
        String answer = right ? "" + p : "" + (100 + (i * p) % 3);
        var solution =
            new Solution(
                "s" + p + "-" + i,
                problem,
                "",
                List.of("think", "\\boxed{" + answer + "}"),
                Optional.of(answer),
                Optional.of(right));
        List<Double> scores =
            List.of((i * 3 + p) % 8 / 10.0 + 0.1, (i * 7 + p * p) % 8 / 10.0 + 0.1);
        all.add(LabeledSolution.of(solution).withScores("prm", scores, ScoreMeaning.STEP_CORRECT));
      }
    }
    return SampledSolutions.of(all, AnswerComparison.withDefaults());
  }

  @Test
  void everyChoiceIsThatOfBestOfN() throws Exception {
    SampledSolutions samples = samples();
    JsonNode problems = ExploreExamples.data(Explore.bestOfN(samples, "prm")).path("problems");
    assertEquals(10, problems.size());
    Map<String, List<Double>> expected =
        Map.of(
            "vote", BestOfN.of(samples.unscored()).perProblem(Selection.MAJORITY, 8),
            "min", chosen(samples, Aggregation.MIN),
            "product", chosen(samples, Aggregation.PRODUCT),
            "last", chosen(samples, Aggregation.LAST));
    for (JsonNode problem : problems) {
      int index = problem.path("answer").asInt();
      for (var way : expected.entrySet()) {
        JsonNode picked =
            problem.path("samples").path(problem.path("picks").path(way.getKey()).asInt());
        assertEquals(
            way.getValue().get(index) == 1, picked.path("right").asBoolean(), way.getKey() + index);
      }
    }
  }

  private static List<Double> chosen(SampledSolutions samples, Aggregation way) {
    return BestOfN.of(samples.ranked("prm", way)).perProblem(Selection.BEST, 8);
  }

  @Test
  void aSampleCarriesItsThreeScores() throws Exception {
    JsonNode data = ExploreExamples.data(Explore.bestOfN(samples(), "prm"));
    JsonNode sample = data.path("problems").path(0).path("samples").path(2);
    int problem = data.path("problems").path(0).path("answer").asInt();
    double first = (6 + problem) % 8 / 10.0 + 0.1;
    double last = (14 + problem * problem) % 8 / 10.0 + 0.1;
    assertEquals(Math.min(first, last), sample.path("min").asDouble(), 1e-12);
    assertEquals(first * last, sample.path("product").asDouble(), 1e-12);
    assertEquals(last, sample.path("last").asDouble(), 1e-12);
  }

  @Test
  void theTextAndTheStillPictureSayWhoIsRightHowOften() {
    View view = Explore.bestOfN(samples(), "prm");
    assertTrue(view.text().contains("who chooses   right of 10"), view.text());
    String still = ExploreExamples.still(view);
    assertTrue(still.contains("prm, product"), still);
    assertTrue(still.toLowerCase(Locale.ROOT).contains("the first of them"), still);
  }

  @Test
  void problemsWithOneKindOfAnswerLeaveNothingToChoose() {
    Problem problem = new Problem("p", "1 + 1?", Optional.of("2"));
    var solution =
        new Solution("s", problem, "", List.of("2"), Optional.of("2"), Optional.of(true));
    var one =
        LabeledSolution.of(solution).withScores("prm", List.of(1.0), ScoreMeaning.STEP_CORRECT);
    var samples = SampledSolutions.of(List.of(one), AnswerComparison.withDefaults());
    var error = assertThrows(IllegalArgumentException.class, () -> Explore.bestOfN(samples, "prm"));
    assertEquals(
        "no problem has right and wrong answers among its first 8 samples, so no choice matters",
        error.getMessage());
  }
}
