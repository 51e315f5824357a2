package org.prmlab.notebook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.PredictedVerdict;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.notebook.FirstLook;
import org.prmlab.notebook.Views;
import org.prmlab.report.View;

class ThresholdExplorableTest {
  private static final List<ScoredSolution> FIRST = ExploreExamples.forty("a", 0);
  private static final List<ScoredSolution> SECOND = ExploreExamples.forty("b", 0.1);

  @Test
  void countsOfEveryThresholdAreThoseOfTheJudgements() throws Exception {
    JsonNode data = ExploreExamples.data(Explore.threshold(FIRST, SECOND));
    for (int p = 0; p < 2; p++) {
      JsonNode counts = data.path("counts").path(p);
      for (int t = 0; t < data.path("thresholds").size(); t++) {
        double threshold = data.path("thresholds").path(t).asDouble();
        List<PredictedVerdict> judged =
            List.of(FIRST, SECOND).get(p).stream().map(s -> s.at(threshold)).toList();
        assertEquals(
            count(judged, j -> j.truth().hasError() && j.isExact()), at(counts, "located", t));
        assertEquals(
            count(judged, j -> j.truth().hasError() && !j.isFlagged()), at(counts, "missed", t));
        assertEquals(
            count(judged, j -> !j.truth().hasError() && !j.isFlagged()), at(counts, "passed", t));
      }
      assertEquals(20, counts.path("wrong").asInt());
      assertEquals(20, counts.path("right").asInt());
    }
  }

  private static int at(JsonNode counts, String name, int threshold) {
    return counts.path(name).path(threshold).asInt();
  }

  private static int count(
      List<PredictedVerdict> judged, java.util.function.Predicate<PredictedVerdict> rule) {
    return (int) judged.stream().filter(rule).count();
  }

  @Test
  void theSolutionsToReadHaveTheirOwnScoresUnrounded() throws Exception {
    JsonNode data = ExploreExamples.data(Explore.threshold(FIRST, SECOND));
    assertEquals(12, data.path("solutions").size());
    for (JsonNode one : data.path("solutions")) {
      int index = Integer.parseInt(one.path("id").asText().substring(1));
      assertEquals(
          FIRST.get(index).scores().value(1), one.path("scores").path(0).path(1).asDouble());
      assertEquals(
          SECOND.get(index).scores().value(1), one.path("scores").path(1).path(1).asDouble());
      assertEquals(index % 2 == 0 ? -1 : 1, one.path("truth").asInt());
    }
  }

  @Test
  void oneSolutionHasNoCounts() throws Exception {
    FirstLook look = FirstLook.example();
    View view = Explore.threshold(look.allScores(), look.humanVerdict());
    JsonNode data = ExploreExamples.data(view);
    assertTrue(data.path("counts").isMissingNode());
    assertEquals(1, data.path("solutions").size());
    assertEquals(
        """
        threshold of Qwen2.5-Math-PRM-7B and Qwen2.5-Math-PRM-72B; at 0.5, of solution gsm8k-0-retold: \
        Qwen2.5-Math-PRM-7B: first error in step 2; Qwen2.5-Math-PRM-72B: first error in step 2; \
        truth: first error in step 2""",
        view.text());
    assertEquals(view, Views.of(view).orElseThrow());
  }

  @Test
  void theStillPictureSaysTheSameAtOneHalf() {
    String still = ExploreExamples.still(Explore.threshold(FIRST, SECOND));
    assertTrue(still.contains("a at threshold 0.5: first error in step 2"), still);
    assertTrue(still.contains("first error</strong>"), still);
    assertTrue(still.contains("at threshold 0.5, of 40 solutions"), still);
  }

  @Test
  void aSetOfRightSolutionsHasNoF1() {
    List<ScoredSolution> right = FIRST.stream().filter(s -> !s.truth().hasError()).toList();
    assertTrue(
        Explore.threshold(right).text().contains("a     -        0       0"),
        Explore.threshold(right).text());
  }

  @Test
  void twoPrmsMustHaveScoredTheSameSolutions() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Explore.threshold(FIRST, SECOND.subList(1, SECOND.size())));
    assertEquals(
        "a and b did not score the same solutions in the same order; score one list with both",
        error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class, () -> Explore.threshold(List.<ScoredSolution>of()));
    assertEquals("no solutions to show; at least one expected", error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Explore.threshold(List.of(), Verdict.allCorrect()));
    assertEquals("no scores to show; one PRM's or two expected", error.getMessage());
  }

  @Test
  void aViewThatIsTooLargeForAPageIsRefused() {
    var solution = ExploreExamples.solution("long", "x".repeat(ExplorePage.LARGEST));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Explore.threshold(
                    List.of(
                        ExploreExamples.scored("a", solution, Verdict.allCorrect(), 1).scores()),
                    Verdict.allCorrect()));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith("the view 'Move the threshold of the PRM a' would take 4"));
    assertTrue(message.endsWith("at most 200000 are allowed; show fewer or shorter solutions"));
    assertFalse(message.contains("\n"));
  }
}
