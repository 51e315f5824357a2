package org.prmlab.search;

import java.util.List;
import org.prmlab.data.Solution;
import org.prmlab.prm.StepScores;

/** What ranks partial solutions: {@code prm::score} of a process reward model. */
@FunctionalInterface
public interface StepScorer {
  /** Scores of each solution's steps, in the same order. */
  List<StepScores> score(List<Solution> solutions);
}
