package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.report.View;

class StepViewTest {
  private static final Solution SOLUTION =
      Solution.of("s", Problem.of("p", "1 + 1?"), List.of("1 < 2", "so 3", "done"));

  private static StepScores scores(String prm, double... values) {
    return StepScores.of(prm, ScoreMeaning.STEP_CORRECT, SOLUTION, values);
  }

  @Test
  void showsScoresMarkAndMissingScoresAsText() {
    StepView view = StepView.of(scores("prm", 0.9, 0.25)).withTruth(Verdict.errorAt(1));
    assertEquals(
        """
        prm; first error in step 2
         1 0.900   1 < 2
         2 0.250 x so 3
         3   -     done\
        """,
        view.toString());
  }

  @Test
  void theHtmlSaysEverythingWithoutColour() {
    String html = StepView.of(scores("prm", 0.9, 0.25)).withTruth(Verdict.errorAt(1)).toHtml();
    assertTrue(html.contains("1 &lt; 2"));
    assertTrue(html.contains("0.250"));
    assertTrue(html.contains("first error</strong> &nbsp;so 3"));
    assertTrue(html.contains("not scored"));
  }

  @Test
  void showsTwoModelsSideBySide() {
    String text = StepView.of(scores("a", 1, 1, 1)).with(scores("b", 0, 0, 0)).toString();
    assertTrue(text.startsWith("a, b\n 1 1.000 0.000"), text);
  }

  @Test
  void saysWhatLabelersSaidOfAStep() {
    StepView view =
        StepView.of(scores("prm", 0.9, 0.25, 0.5))
            .withLabels(
                new StepLabels(
                    "mc",
                    List.of(
                        StepLabel.monteCarlo(7, 8),
                        StepLabel.soft(0.5),
                        StepLabel.Unlabeled.UNLABELED)))
            .withNotes("judge", List.of("", "2 is \"not\" 3", ""));
    assertEquals(
        """
        prm
         1 0.900   1 < 2
             mc: 7 of 8 completions reach the answer
         2 0.250   so 3
             mc: 0.500
             judge: 2 is "not" 3
         3 0.500   done\
        """,
        view.toString());
    String html = view.toHtml();
    assertTrue(html.contains("<tr title=\"mc: 7 of 8 completions reach the answer\">"), html);
    assertTrue(html.contains("judge: 2 is &quot;not&quot; 3\""), html);
  }

  @Test
  void rejectsNotesThatAreNotOneAStep() {
    StepView view = StepView.of(scores("prm", 1, 1, 1));
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> view.withNotes("judge", List.of("fine")));
    assertEquals(
        "1 notes from judge for the 3 steps of solution 's'; one a step needed",
        error.getMessage());
  }

  @Test
  void rejectsScoresOfAnotherSolution() {
    Solution other = Solution.of("t", Problem.of("p", "?"), List.of("x"));
    StepScores more = StepScores.of("b", ScoreMeaning.STEP_CORRECT, other, 1);
    var error =
        assertThrows(IllegalArgumentException.class, () -> StepView.of(scores("a", 1)).with(more));
    assertEquals(
        "scores of solution 't' beside those of 's'; one solution needed", error.getMessage());
  }

  @Test
  void aListOfScoresIsATable() {
    View view = Views.of(List.of(scores("a", 1, 0.5, 1), scores("b", 1))).orElseThrow();
    assertTrue(view.text().contains("0.500"), view.text());
    assertTrue(view.text().contains("cut at step 1"), view.text());
    assertTrue(Views.of(List.of("text")).isEmpty());
  }

  @Test
  void theFirstLookReadsTheSameAsItsCard() {
    FirstLook look = FirstLook.example();
    assertEquals(List.of("Qwen2.5-Math-PRM-7B", "Qwen2.5-Math-PRM-72B"), look.prms());
    assertEquals(Verdict.errorAt(1), look.humanVerdict());
    assertEquals(0.0048, look.scores("Qwen2.5-Math-PRM-72B").value(1));
    var error = assertThrows(IllegalArgumentException.class, () -> look.scores("x"));
    assertEquals(
        "no scores of 'x'; known are [Qwen2.5-Math-PRM-7B, Qwen2.5-Math-PRM-72B]",
        error.getMessage());
  }

  @Test
  void aCheckThrowsWhenItsClaimNoLongerHolds() {
    assertEquals("holds: one is one", Check.that("one is one", () -> true));
    var error =
        assertThrows(IllegalStateException.class, () -> Check.that("one is two", () -> false));
    assertEquals("does not hold any more: one is two", error.getMessage());
  }
}
