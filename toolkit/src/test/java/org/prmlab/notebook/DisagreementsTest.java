package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.report.View;

class DisagreementsTest {
  private static StepScores scores(String prm, String id, double... values) {
    Solution solution = Solution.of(id, Problem.of("p", "?"), List.of("a", "b"));
    return StepScores.of(prm, ScoreMeaning.STEP_CORRECT, solution, values);
  }

  @Test
  void keepsSolutionsWhoseFirstErrorsDiffer() {
    Disagreements found =
        Disagreements.of(
            List.of(scores("x", "s", 0.9, 0.9), scores("x", "t", 0.2, 0.9)),
            List.of(scores("y", "s", 0.9, 0.5), scores("y", "t", 0.4, 0.1)),
            0.5);
    assertEquals(1, found.count());
    assertEquals(
        "different first errors in 1 of 2 solutions\ns: no error by x, first error in step 2 by y",
        found.toString());
    View view = Views.of(found).orElseThrow();
    assertTrue(view.html().orElseThrow().contains("<summary>s: no error by x"), view.toString());
    assertEquals("x, y", found.views().get(0).toString().lines().findFirst().orElseThrow());
  }

  @Test
  void namesAndMarksTheTruthWhereItIsKnown() {
    Disagreements found =
        Disagreements.of(
                List.of(scores("x", "s", 0.9, 0.9), scores("x", "t", 0.9, 0.9)),
                List.of(scores("y", "s", 0.9, 0.5), scores("y", "t", 0.4, 0.1)),
                0.5)
            .withTruth(Map.of("s", Verdict.errorAt(1)));
    List<String> lines = found.toString().lines().toList();
    assertEquals(
        "s: no error by x, first error in step 2 by y; in truth first error in step 2",
        lines.get(1));
    assertEquals("t: no error by x, first error in step 1 by y", lines.get(2));
    assertTrue(found.views().get(0).mark(1));
  }

  @Test
  void showsTheFirstTen() {
    Disagreements found =
        Disagreements.of(
            Collections.nCopies(12, scores("x", "s", 1, 1)),
            Collections.nCopies(12, scores("y", "s", 0, 1)),
            0.5);
    assertEquals(
        "different first errors in 12 of 12 solutions (the first 10 shown)",
        found.toString().lines().findFirst().orElseThrow());
    assertEquals(11, found.toString().lines().count());
    assertEquals(12, found.views().size());
  }

  @Test
  void refusesScoresOfOtherSolutions() {
    List<StepScores> one = List.of(scores("x", "s", 1, 1));
    var fewer =
        assertThrows(IllegalArgumentException.class, () -> Disagreements.of(one, List.of(), 0.5));
    assertEquals(
        "scores of 1 solutions beside those of 0; the same solutions needed", fewer.getMessage());
    var other =
        assertThrows(
            IllegalArgumentException.class,
            () -> Disagreements.of(one, List.of(scores("y", "t", 1, 1)), 0.5));
    assertEquals(
        "scores of solution 't' beside those of 's'; one solution needed", other.getMessage());
  }
}
