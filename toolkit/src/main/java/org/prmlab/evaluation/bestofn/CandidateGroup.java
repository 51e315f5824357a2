package org.prmlab.evaluation.bestofn;

import java.util.List;
import org.prmlab.data.ProblemKey;

/**
 * The solutions sampled for one problem, in the order they were sampled.
 *
 * @param problem identity of the problem; the unit that intervals draw
 * @param candidates at least one
 */
public record CandidateGroup(ProblemKey problem, List<Candidate> candidates) {
  public CandidateGroup {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("problem '" + problem.name() + "' has no samples");
    }
  }

  /** How many solutions were sampled. */
  public int size() {
    return candidates.size();
  }

  /**
   * Checks that {@code k} samples can be taken.
   *
   * @throws IllegalArgumentException if there are fewer, or k is below 1
   */
  void requireAtLeast(int k) {
    if (k < 1 || k > size()) {
      throw new IllegalArgumentException(
          "problem '%s' has %d samples, %d asked for; choose k from 1 to the smallest group"
              .formatted(problem.name(), size(), k));
    }
  }
}
