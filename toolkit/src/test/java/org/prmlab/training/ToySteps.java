package org.prmlab.training;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;

/** Solutions so plainly right or wrong that a tiny model learns them in seconds. */
final class ToySteps {
  private static final int STEPS = 3;

  private ToySteps() {}

  /** Steps with an x are wrong; every other solution has one. */
  static StepDataset of(String name, int from, int to) {
    List<LabeledSolution> solutions = new ArrayList<>();
    for (int i = from; i < to; i++) {
      List<String> steps = new ArrayList<>();
      int error = i % 2 == 0 ? STEPS : i % STEPS;
      for (int step = 0; step < STEPS; step++) {
        steps.add(step == error ? "x" + i : "y" + step);
      }
      solutions.add(
          LabeledSolution.of(
              Solution.of("s" + i, Problem.of("p" + i, "q" + i), steps),
              error == STEPS ? Verdict.allCorrect() : Verdict.errorAt(error)));
    }
    return StepDataset.of(name, solutions);
  }
}
