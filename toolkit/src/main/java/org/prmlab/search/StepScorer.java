package org.prmlab.search;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.prm.ProcessRewardModel;

/** What ranks partial solutions: {@code prm::score} of a process reward model. */
@FunctionalInterface
public interface StepScorer {
  /** Scores of each solution's steps, in the same order. */
  List<StepScores> score(List<Solution> solutions);

  /**
   * Why a solution cannot be scored, for example since a step that a policy wrote holds the marker
   * that separates steps; empty if it can.
   */
  default Optional<String> refusal(Solution solution) {
    return Optional.empty();
  }

  /** A process reward model that says beforehand what it cannot read. */
  static StepScorer of(ProcessRewardModel prm) {
    return new StepScorer() {
      @Override
      public List<StepScores> score(List<Solution> solutions) {
        return prm.score(solutions);
      }

      @Override
      public Optional<String> refusal(Solution solution) {
        return prm.refusal(solution);
      }
    };
  }
}
