package org.prmlab.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.data.NameColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.stats.Clusters;

/**
 * What a system says about many solutions, beside the truth: {@link PredictedVerdict}s as columns.
 */
public final class JudgedColumns {
  private final TruthColumns truths;
  private final int[] predictions;

  private JudgedColumns(TruthColumns truths, int[] predictions) {
    this.truths = truths;
    this.predictions = predictions;
  }

  /**
   * Of solutions in columns.
   *
   * @param predictions one a solution: a step counted from 0, {@link SolutionColumns#NO_ERROR}, or
   *     {@link SolutionColumns#NONE} for what could not be read
   */
  public static JudgedColumns of(TruthColumns truths, int[] predictions) {
    if (predictions.length != truths.size()) {
      throw new IllegalArgumentException(
          "%d predictions of %d solutions; one of each expected"
              .formatted(predictions.length, truths.size()));
    }
    return new JudgedColumns(truths, predictions.clone());
  }

  /** Of single solutions. */
  public static JudgedColumns of(List<PredictedVerdict> judged) {
    return new JudgedColumns(
        TruthColumns.of(
            judged.stream().map(PredictedVerdict::solution).toList(),
            judged.stream().map(PredictedVerdict::truth).toList()),
        judged.stream()
            .mapToInt(j -> j.predicted().map(TruthColumns::number).orElse(SolutionColumns.NONE))
            .toArray());
  }

  /** Some of the rows, in this order. */
  public JudgedColumns only(int[] rows) {
    return new JudgedColumns(
        truths.only(rows), IntStream.of(rows).map(row -> predictions[row]).toArray());
  }

  /**
   * Requires other judgements to be of the same solutions in the same order.
   *
   * @throws IllegalArgumentException if they are not
   */
  void requireSame(JudgedColumns other) {
    if (size() != other.size()) {
      throw new IllegalArgumentException(
          "%d and %d judgements; two of the same solutions expected"
              .formatted(size(), other.size()));
    }
    for (int row = 0; row < size() && truths != other.truths; row++) {
      if (!truths.id(row).equals(other.truths.id(row)) || truth(row) != other.truth(row)) {
        throw new IllegalArgumentException(
            "row %d is solution '%s' in one and '%s' in the other; the same order expected"
                .formatted(row, truths.id(row), other.truths.id(row)));
      }
    }
  }

  /** How many rows there are. */
  public int size() {
    return predictions.length;
  }

  /** Whether there are solutions with an error and solutions without. */
  public boolean hasBothKinds() {
    long errors = IntStream.range(0, size()).filter(this::hasError).count();
    return errors > 0 && errors < size();
  }

  /**
   * What the system says of a row: a step counted from 0, {@link SolutionColumns#NO_ERROR}, or
   * {@link SolutionColumns#NONE} if it could not be read.
   */
  public int predicted(int row) {
    return predictions[row];
  }

  Clusters problems() {
    return truths.problems();
  }

  /** Where the first error is; {@link SolutionColumns#NO_ERROR} if there is none. */
  int truth(int row) {
    return truths.verdict(row);
  }

  boolean hasError(int row) {
    return truths.hasError(row);
  }

  boolean isExact(int row) {
    return truths.verdict(row) == predictions[row];
  }

  boolean isFlagged(int row) {
    return predictions[row] >= 0;
  }

  boolean isUnread(int row) {
    return predictions[row] == SolutionColumns.NONE;
  }

  boolean isAnswerRight(int row) {
    return truths.isAnswerRight(row);
  }

  int steps(int row) {
    return truths.steps(row);
  }

  NameColumn generators() {
    return truths.generators();
  }
}
