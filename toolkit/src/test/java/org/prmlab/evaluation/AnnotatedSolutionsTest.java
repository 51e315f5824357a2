package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;

class AnnotatedSolutionsTest {
  private static final Binarization RULE = Binarization.withDefaults();

  /** Three steps, the second wrong; rollouts name the third, the judge the second. */
  private static LabeledSolution solution(String id) {
    Solution solution = Solution.of(id, Problem.of("p-" + id, "?"), List.of("a", "b", "c"));
    return LabeledSolution.of(solution, Verdict.errorAt(1))
        .withLabels(
            List.of(
                new StepLabels(
                    "mc",
                    List.of(
                        StepLabel.monteCarlo(8, 8),
                        StepLabel.monteCarlo(3, 8),
                        StepLabel.monteCarlo(0, 8))),
                StepLabels.ofVerdict("judge", 3, Verdict.errorAt(1))));
  }

  private static final AnnotatedSolutions TWO =
      new AnnotatedSolutions(List.of(solution("s"), solution("t")));

  @Test
  void pairsTwoSourcesAndEachWithTheTruth() {
    LabelPair pair = TWO.pairs("mc", "judge").get(0);
    assertEquals(Optional.of(Disagreement.SECOND_EARLY), pair.disagreement(RULE));
    LabelPair truth = TWO.againstReference("mc").get(1);
    assertEquals("t", truth.solution().id());
    assertEquals(Optional.of(Verdict.errorAt(1)), truth.second().verdict(RULE));
    assertEquals(StepLabel.Unlabeled.UNLABELED, truth.second().values().get(2));
    assertEquals(Map.of("s", Verdict.errorAt(1), "t", Verdict.errorAt(1)), TWO.truths());
  }

  @Test
  void oneMoreSourceStandsBesideTheOthers() {
    List<StepLabels> right = new ArrayList<>();
    TWO.unlabeled().forEach(s -> right.add(StepLabels.ofVerdict("lazy", 3, Verdict.allCorrect())));
    AnnotatedSolutions more = TWO.with(right);
    assertEquals(Optional.of(Verdict.allCorrect()), more.judged("lazy", RULE).get(1).predicted());
    assertEquals(TWO.judged("mc", RULE), more.judged("mc", RULE));
    assertEquals(
        List.of("t"),
        more.only(s -> s.solution().id().equals("t")).unlabeled().stream()
            .map(Solution::id)
            .toList());
    var error = assertThrows(IllegalArgumentException.class, () -> TWO.with(right.subList(0, 1)));
    assertEquals("labels of 1 solutions beside 2; one a solution expected", error.getMessage());
  }

  @Test
  void judgesBySourceAndThreshold() {
    assertEquals(Optional.of(Verdict.errorAt(2)), TWO.judged("mc", RULE).get(0).predicted());
    assertTrue(TWO.judged("mc", RULE.withThreshold(0.5)).get(0).isExact());
    assertTrue(TWO.judged("judge", RULE).get(0).isExact());
  }

  @Test
  void labelsAreScoresUpToTheFirstUnlabeledStep() {
    StepScores rates = TWO.scores("mc").get(0);
    assertEquals(List.of(1.0, 0.375, 0.0), rates.values().boxed().toList());
    assertEquals(ScoreMeaning.EVENTUAL_SUCCESS, rates.meaning());
    StepScores judged = TWO.scores("judge").get(0);
    assertEquals(List.of(1.0, 0.0), judged.values().boxed().toList());
    assertEquals(ScoreMeaning.STEP_CORRECT, judged.meaning());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void fewerRolloutsAreAPartOfMore(long seed) {
    List<Integer> before = List.of(0, 0);
    for (int k = 1; k <= 8; k++) {
      List<Integer> now = new ArrayList<>();
      for (LabeledSolution thinned : TWO.withRollouts(k, seed).solutions()) {
        StepLabels labels = thinned.labels("mc").orElseThrow();
        assertEquals(StepLabel.monteCarlo(k, k), labels.values().get(0));
        assertEquals(StepLabel.monteCarlo(0, k), labels.values().get(2));
        assertEquals(k, ((StepLabel.MonteCarlo) labels.values().get(1)).total());
        now.add(((StepLabel.MonteCarlo) labels.values().get(1)).correct());
        assertEquals(solution("s").labels("judge"), thinned.labels("judge"));
      }
      for (int i = 0; i < 2; i++) {
        int more = now.get(i) - before.get(i);
        assertTrue(more == 0 || more == 1, now + " of " + k + " after " + before);
      }
      before = now;
    }
    assertEquals(List.of(3, 3), before);
  }

  /** One of eight drawn from three right ones: right in three of eight cases. */
  @Test
  void fewerRolloutsAreDrawnFairly() {
    List<LabeledSolution> many = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      many.add(solution("s" + i));
    }
    long right =
        new AnnotatedSolutions(many)
            .withRollouts(1, 7).judged("mc", RULE).stream()
                .filter(j -> j.predicted().equals(Optional.of(Verdict.errorAt(2))))
                .count();
    assertEquals(4000 * 3 / 8.0, (double) right, 4 * Math.sqrt(4000 * 3 / 8.0 * 5 / 8.0));
  }

  @Test
  void whatIsMissingIsAnError() {
    var error = assertThrows(IllegalArgumentException.class, () -> TWO.pairs("mc", "human"));
    assertEquals(
        "solution 's' has no labels from 'human'; it has them from [mc, judge]",
        error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> TWO.withRollouts(9, 1));
    assertEquals("9 rollouts wanted of a step that has 8; expected 1 to 8", error.getMessage());
    Solution bare = Solution.of("b", Problem.of("p", "?"), List.of("a"));
    var unknown = new AnnotatedSolutions(List.of(LabeledSolution.of(bare)));
    error = assertThrows(IllegalArgumentException.class, unknown::truths);
    assertEquals("solution 'b' has no reference verdict to compare with", error.getMessage());
  }
}
