package org.prmlab.evaluation.bestofn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Estimate;

/**
 * Accuracy at one number of samples.
 *
 * @param k samples chosen from
 * @param accuracy in [0, 1], with its interval over problems
 * @param samplingError standard error from drawing subsets instead of counting them; 0 if counted.
 *     Not part of the interval
 * @param choice what was measured, for comparisons
 */
public record AccuracyAtK(int k, Estimate accuracy, double samplingError, SampleChoice choice)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(ResultColumn.count("k", "k"), ResultColumn.percent("accuracy", "accuracy"));

  /** An accuracy alone, without the samples it is of. */
  public AccuracyAtK(int k, Estimate accuracy, double samplingError) {
    this(k, accuracy, samplingError, SampleChoice.unknown());
  }

  /**
   * The difference between this way to choose and another from the same samples, this minus that,
   * in pairs by problem.
   *
   * @throws IllegalArgumentException if they are not of the same problems, or not at the same k
   * @throws IllegalStateException if either is an accuracy alone
   */
  public BestOfNComparison compare(AccuracyAtK other) {
    return choice.compare(other.choice);
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(k, accuracy);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }
}
