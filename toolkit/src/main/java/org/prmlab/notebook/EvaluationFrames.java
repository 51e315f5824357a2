package org.prmlab.notebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.stats.Estimate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Results as Tablesaw tables, to be filtered, joined and exported: one estimate a row, with the
 * columns {@code value}, {@code low} and {@code high}. Rates are in [0, 1]; bounds that the data do
 * not tell are missing.
 */
public final class EvaluationFrames {
  private EvaluationFrames() {}

  /** Columns {@code part}, {@code measure} and the estimate; absent estimates have no row. */
  public static Table stepErrors(Map<String, StepErrors> results) {
    Table table =
        estimates("step errors", StringColumn.create("part"), StringColumn.create("measure"));
    results.forEach(
        (name, errors) -> {
          add(table, name, "F1", errors.f1());
          add(table, name, "error accuracy", errors.errorAccuracy());
          add(table, name, "correct accuracy", errors.correctAccuracy());
        });
    return table;
  }

  /** Columns {@code selection}, {@code k} and the estimate. */
  public static Table bestOfN(Map<String, List<AccuracyAtK>> curves) {
    Table table = estimates("best of n", StringColumn.create("selection"), IntColumn.create("k"));
    curves.forEach(
        (name, curve) ->
            curve.forEach(
                point -> {
                  table.stringColumn("selection").append(name);
                  table.intColumn("k").append(point.k());
                  addEstimate(table, point.accuracy());
                }));
    return table;
  }

  private static Table estimates(String name, Column<?> first, Column<?> second) {
    return Table.create(
        name,
        first,
        second,
        DoubleColumn.create("value"),
        DoubleColumn.create("low"),
        DoubleColumn.create("high"));
  }

  private static void add(Table table, String part, String measure, Optional<Estimate> estimate) {
    estimate.ifPresent(
        e -> {
          table.stringColumn("part").append(part);
          table.stringColumn("measure").append(measure);
          addEstimate(table, e);
        });
  }

  private static void addEstimate(Table table, Estimate estimate) {
    table.doubleColumn("value").append(estimate.value());
    table.doubleColumn("low").append(estimate.isKnown() ? estimate.low() : Double.NaN);
    table.doubleColumn("high").append(estimate.isKnown() ? estimate.high() : Double.NaN);
  }
}
