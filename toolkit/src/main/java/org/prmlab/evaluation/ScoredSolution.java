package org.prmlab.evaluation;

import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;

/**
 * The scores of a solution's steps, beside the truth.
 *
 * @param scores one a step: a truncated solution cannot be judged
 * @param truth the reference verdict
 */
public record ScoredSolution(StepScores scores, Verdict truth) {
  public ScoredSolution {
    if (!scores.isComplete()) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores; score it without truncation or leave it out"
              .formatted(
                  scores.solution().id(), scores.solution().steps().size(), scores.scored()));
    }
  }

  /** The judgement at a threshold: the first step scored at or below it is the first error. */
  public PredictedVerdict at(double threshold) {
    return PredictedVerdict.of(scores.solution(), truth, scores.verdict(threshold));
  }
}
