package org.prmlab.wordproblems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;

/**
 * Solutions of word problems with the index of the first wrong step, known exactly because the
 * program that wrote them put the error there. Five made-up solvers with different habits of error
 * answer every problem; two of them sometimes reach the right answer by a wrong process.
 *
 * <p>The field {@code error_kind} names the planted error; it is absent where there is none.
 */
public final class WordProblems {
  private WordProblems() {}

  /**
   * Five solutions a problem, the same for the same seed.
   *
   * @param problems how many problems, at least 1
   */
  public static List<LabeledSolution> draw(int problems, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LabeledSolution> solutions = new ArrayList<>();
    for (int i = 0; i < problems; i++) {
      SplittableRandom own = random.split();
      WordProblem problem = WordProblem.draw(own);
      for (ErrorHabit habit : ErrorHabit.values()) {
        solutions.add(solution("steps-%03d-%s".formatted(i, habit), problem, habit, own));
      }
    }
    return solutions;
  }

  private static LabeledSolution solution(
      String id, WordProblem problem, ErrorHabit habit, SplittableRandom random) {
    Optional<ErrorKind> error = habit.draw(random);
    WorkedSteps worked = WorkedSteps.of(problem, error, random);
    Solution solution =
        new Solution(
            id,
            problem.toProblem(),
            habit.toString(),
            worked.steps(),
            Optional.empty(),
            Optional.of(worked.isAnswerCorrect()));
    return LabeledSolution.of(solution, new Verdict(worked.firstError()))
        .withExtra(error.map(kind -> Map.of("error_kind", "\"" + kind + "\"")).orElse(Map.of()));
  }
}
