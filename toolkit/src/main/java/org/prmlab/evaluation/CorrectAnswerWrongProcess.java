package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Resampling;
import org.prmlab.stats.SumStatistic;

/**
 * Right answers reached by a wrong process: how frequent they are, and who notices.
 *
 * @param flawed how many solutions with a right answer have an error
 * @param exactLocationIfDefined share of them where the prediction is the first error (the paper,
 *     Table 5); absent if there are none
 * @param detectionIfDefined share of them where the prediction is any error; absent if there are
 *     none
 */
public record CorrectAnswerWrongProcess(
    int flawed, Optional<Estimate> exactLocationIfDefined, Optional<Estimate> detectionIfDefined)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.count("flawed", "flawed"),
          ResultColumn.percent("located", "exact_location"),
          ResultColumn.percent("detected", "detection"));

  /**
   * Share of the flawed solutions where the prediction is the first error.
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate exactLocation() {
    return exactLocationIfDefined.orElseThrow(
        () -> new IllegalStateException("undefined: no solution with a right answer has an error"));
  }

  /**
   * Share of the flawed solutions where the prediction is any error.
   *
   * @throws IllegalStateException if it is undefined
   */
  public Estimate detection() {
    return detectionIfDefined.orElseThrow(
        () -> new IllegalStateException("undefined: no solution with a right answer has an error"));
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(flawed, exactLocationIfDefined, detectionIfDefined);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** How well predictions do on the flawed solutions among {@code rows}. */
  public static CorrectAnswerWrongProcess of(List<PredictedVerdict> rows, Bootstrap bootstrap) {
    JudgedColumns columns = JudgedColumns.of(rows);
    Resampling resampling = new Resampling(bootstrap, columns.problems());
    Supplier<CorrectAnswerWrongProcess> flawed = ask(columns, resampling);
    resampling.run();
    return flawed.get();
  }

  static Supplier<CorrectAnswerWrongProcess> ask(JudgedColumns rows, Resampling resampling) {
    ClusterSums sums = new ClusterSums(1, 3); // exact, flagged, flawed
    for (int row = 0; row < rows.size(); row++) {
      if (rows.isAnswerRight(row) && rows.hasError(row)) {
        int problem = rows.problems().of(row);
        sums.part(0).add(problem, 0, rows.isExact(row) ? 1 : 0);
        sums.part(0).add(problem, 1, rows.isFlagged(row) ? 1 : 0);
        sums.part(0).add(problem, 2, 1);
      }
    }
    List<List<Optional<Estimate>>> estimates =
        resampling.ask(sums, List.of(SumStatistic.share(0, 2), SumStatistic.share(1, 2)));
    return () ->
        new CorrectAnswerWrongProcess(
            (int) sums.total(0)[2], estimates.get(0).get(0), estimates.get(0).get(1));
  }
}
