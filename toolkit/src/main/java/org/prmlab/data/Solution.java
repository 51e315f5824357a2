package org.prmlab.data;

import java.util.List;
import java.util.Optional;

/**
 * One answer to a problem, split into steps as its source split it (the paper: one paragraph a
 * step).
 *
 * @param id identity within its data set; the key of scores, labels and resumed work
 * @param problem the question answered
 * @param generator the model or person who wrote it; empty if unknown
 * @param steps the text of each step, in order; at least one
 * @param finalAnswer the answer it arrives at; absent if it was not extracted
 * @param finalAnswerCorrect whether that answer equals the gold one; absent if not judged
 */
public record Solution(
    String id,
    Problem problem,
    String generator,
    List<String> steps,
    Optional<String> finalAnswer,
    Optional<Boolean> finalAnswerCorrect) {
  public Solution {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("solution '" + id + "' has no steps; at least one needed");
    }
  }

  /** A solution of which only the text is known. */
  public static Solution of(String id, Problem problem, List<String> steps) {
    return new Solution(id, problem, "", steps, Optional.empty(), Optional.empty());
  }
}
