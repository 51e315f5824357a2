package org.prmlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepDatasetTest {
  private static final Problem PROBLEM = Problem.of("p", "What is 1 + 1?");

  private static Solution solution(String id, boolean correct) {
    return new Solution(
        id, PROBLEM, "ada", List.of("1 + 1 = 2"), Optional.empty(), Optional.of(correct));
  }

  @Test
  void partsComeInOrderOfFirstAppearance() {
    List<LabeledSolution> solutions = new ArrayList<>();
    for (String id : List.of("z1", "a1", "z2")) {
      solutions.add(LabeledSolution.of(Solution.of(id, Problem.of("p", "?"), List.of("step"))));
    }
    Map<String, List<LabeledSolution>> parts = StepDataset.split(s -> s.id().charAt(0), solutions);
    assertEquals(List.of("z", "a"), List.copyOf(parts.keySet()));
    assertEquals(List.of(solutions.get(0), solutions.get(2)), parts.get("z"));
  }

  @Test
  void countsWhatACardShows() {
    StepDataset data =
        StepDataset.of(
            "tiny",
            List.of(
                LabeledSolution.of(solution("a", true), Verdict.errorAt(0)),
                LabeledSolution.of(solution("b", true), Verdict.allCorrect()),
                LabeledSolution.of(solution("c", false), Verdict.errorAt(0)),
                LabeledSolution.of(solution("d", true))));
    assertEquals(
        """
        tiny (memory)
        solutions                      4 from 1 generator
        steps                          4
        with an error                  2
        without an error               1
        right answer by wrong process  1
        origin                         unknown
        licence                        unknown
        sha-256                        none (made in memory)\
        """,
        data.toString());
  }

  @Test
  void twoSolutionsWithOneIdAreRefused() {
    LabeledSolution solution = LabeledSolution.of(solution("a", true));
    assertEquals(
        "twins: records 1 and 2 have the same id 'a'; ids must differ",
        assertThrows(
                IllegalArgumentException.class,
                () -> StepDataset.of("twins", List.of(solution, solution)))
            .getMessage());
  }

  @Test
  void aVerdictBeyondTheStepsIsRefused() {
    assertEquals(
        "solution 'a' has 1 steps but its first error is at step 1, counted from 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> LabeledSolution.of(solution("a", true), Verdict.errorAt(1)))
            .getMessage());
  }

  @Test
  void labelsAndScoresMustFitTheSteps() {
    LabeledSolution solution = LabeledSolution.of(solution("a", true));
    StepLabels two = StepLabels.ofVerdict("mc", 2, Verdict.allCorrect());
    assertEquals(
        "solution 'a' has 1 steps but 2 labels from mc; one label a step needed",
        assertThrows(IllegalArgumentException.class, () -> solution.withLabels(List.of(two)))
            .getMessage());
    assertEquals(
        "solution 'a' has 1 steps but 2 scores from prm; at most one score a step",
        assertThrows(
                IllegalArgumentException.class,
                () -> solution.withScores(Map.of("prm", List.of(0.5, 0.5))))
            .getMessage());
  }

  @Test
  void theReferenceVerdictGoesBeforeTheLabels() {
    StepLabels labels = StepLabels.ofVerdict("mc", 1, Verdict.errorAt(0));
    LabeledSolution labeled = LabeledSolution.of(solution("a", true), labels);
    assertEquals(Optional.of(Verdict.errorAt(0)), labeled.verdict(Binarization.withDefaults()));
    assertEquals(
        Optional.of(Verdict.allCorrect()),
        labeled.withVerdict(Verdict.allCorrect()).verdict(Binarization.withDefaults()));
  }
}
