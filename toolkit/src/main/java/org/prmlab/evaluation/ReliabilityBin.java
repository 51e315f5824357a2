package org.prmlab.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Estimate;

/**
 * One point of a reliability curve.
 *
 * @param meanScore mean score of the items, in [0, 1]
 * @param rate share of them that turned out right
 * @param items how many there are
 */
public record ReliabilityBin(double meanScore, Estimate rate, int items) implements TableRow {
  static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.coefficient("mean score", "mean_score"),
          ResultColumn.count("steps", "steps"),
          ResultColumn.percent("right", "right"));

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(meanScore, items, rate);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }
}
