package org.prmlab.evaluation;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.prmlab.data.ScoreColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.StepScores;

/** The scores of the steps of many solutions, beside the truth, as columns. */
public final class ScoredColumns {
  private final TruthColumns truths;
  private final int[] begins; // (solutions + 1): index of each solution's first step
  private final ScoreColumn scores;

  private ScoredColumns(TruthColumns truths, ScoreColumn scores) {
    this.truths = truths;
    this.scores = scores;
    this.begins = new int[truths.size() + 1];
    for (int row = 0; row < truths.size(); row++) {
      begins[row + 1] = begins[row] + truths.steps(row);
    }
  }

  /**
   * Of solutions in columns.
   *
   * @param scores one in [0, 1] for every step of these solutions
   * @throws IllegalArgumentException if a solution has no scores or too few, or a score is no
   *     probability
   */
  public static ScoredColumns of(TruthColumns truths, ScoreColumn scores) {
    ScoredColumns columns = new ScoredColumns(truths, scores);
    for (int row = 0; row < truths.size(); row++) {
      columns.check(row);
    }
    return columns;
  }

  private void check(int row) {
    int scored = scores.scored(row);
    for (int step = 0; step < scored; step++) {
      double score = score(row, step);
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException(
            "step %d scored %s, outside [0, 1]; apply the sigmoid or softmax first"
                .formatted(step, score));
      }
    }
    if (scored != truths.steps(row)) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d scores; score it without truncation or leave it out"
              .formatted(truths.id(row), truths.steps(row), scored));
    }
  }

  /** Of single solutions. */
  public static ScoredColumns of(List<ScoredSolution> solutions) {
    ScoreColumn.Builder scores = new ScoreColumn.Builder();
    for (ScoredSolution solution : solutions) {
      StepScores of = solution.scores();
      scores.add(of.values().toArray(), of.scored());
    }
    return new ScoredColumns(
        TruthColumns.of(
            solutions.stream().map(s -> s.scores().solution()).toList(),
            solutions.stream().map(ScoredSolution::truth).toList()),
        scores.build());
  }

  /** The judgements at a threshold: the first step scored at or below it is the first error. */
  public JudgedColumns at(double threshold) {
    return at(row -> threshold);
  }

  /** The judgements at thresholds of their own. */
  JudgedColumns at(IntToDoubleFunction thresholdOfRow) {
    return JudgedColumns.of(
        truths,
        IntStream.range(0, size())
            .map(row -> prediction(row, thresholdOfRow.applyAsDouble(row)))
            .toArray());
  }

  private int prediction(int row, double threshold) {
    for (int step = 0; step < truths.steps(row); step++) {
      if (!(score(row, step) > threshold)) {
        return step;
      }
    }
    return SolutionColumns.NO_ERROR;
  }

  /** How many solutions there are. */
  public int size() {
    return truths.size();
  }

  TruthColumns truths() {
    return truths;
  }

  /** The score of a step, both counted from 0. */
  public double score(int row, int step) {
    return scores.score(begins[row] + step);
  }

  /** The least of the first {@code count} scores; infinite if there are none. */
  double least(int row, int count) {
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step < count; step++) {
      least = Math.min(least, score(row, step));
    }
    return least;
  }
}
