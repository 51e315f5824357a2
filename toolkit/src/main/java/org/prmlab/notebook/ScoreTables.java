package org.prmlab.notebook;

import java.util.List;
import java.util.Locale;
import org.prmlab.data.Aggregation;
import org.prmlab.data.StepScores;
import org.prmlab.report.ResultTable;

/** The scores of many solutions, or of many PRMs, as one table. */
final class ScoreTables {
  private ScoreTables() {}

  /** A row for each: the solution, its PRM, its steps, and what the aggregations make of them. */
  public static ResultTable of(List<StepScores> scores) {
    ResultTable table =
        ResultTable.withColumns("solution", "PRM", "steps", "minimum", "product", "last");
    for (StepScores s : scores) {
      table =
          table.row(
              s.solution().id(),
              s.prm(),
              s.solution().steps().size(),
              text(s, Aggregation.MIN),
              text(s, Aggregation.PRODUCT),
              text(s, Aggregation.LAST));
    }
    return table;
  }

  private static String text(StepScores scores, Aggregation aggregation) {
    return scores.isComplete()
        ? String.format(Locale.ROOT, "%.3f", aggregation.of(scores))
        : "cut at step " + scores.scored();
  }
}
