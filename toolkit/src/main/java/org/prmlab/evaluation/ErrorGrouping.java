package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.prmlab.data.NameColumn;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Resampling;

/** The parts by which step errors are usually broken down. */
public enum ErrorGrouping {
  /** The model that wrote the solution, in order of first appearance. */
  GENERATOR,
  /** Where the first error is, steps counted from 1 as people read them; no error comes last. */
  ERROR_POSITION,
  /** How many steps the solution has, from short to long. */
  LENGTH;

  /** The measures of each part; every interval is made from the same draws. */
  public Map<String, StepErrors> measure(List<PredictedVerdict> rows, Bootstrap bootstrap) {
    JudgedColumns columns = JudgedColumns.of(rows);
    Resampling resampling = new Resampling(bootstrap, columns.problems());
    Supplier<Map<String, StepErrors>> parts = ask(columns, resampling);
    resampling.run();
    return parts.get();
  }

  Supplier<Map<String, StepErrors>> ask(JudgedColumns rows, Resampling resampling) {
    if (this == GENERATOR) {
      NameColumn names = rows.generators();
      StepErrorSums sums = StepErrorSums.ask(rows, names.names().size(), names::code, resampling);
      return () -> StepErrors.named(names.names(), sums.measures());
    }
    int[] values = IntStream.range(0, rows.size()).map(row -> value(rows, row)).toArray();
    int[] sorted = IntStream.of(values).sorted().distinct().toArray();
    StepErrorSums sums =
        StepErrorSums.ask(
            rows, sorted.length, row -> Arrays.binarySearch(sorted, values[row]), resampling);
    List<String> names = IntStream.of(sorted).mapToObj(this::name).toList();
    return () -> StepErrors.named(names, sums.measures());
  }

  private int value(JudgedColumns rows, int row) {
    if (this == LENGTH) {
      return rows.steps(row);
    }
    return rows.hasError(row) ? rows.truth(row) : Integer.MAX_VALUE;
  }

  private String name(int value) {
    if (this == LENGTH) {
      return value == 1 ? "1 step" : value + " steps";
    }
    return value == Integer.MAX_VALUE ? "no error" : "step " + (value + 1);
  }
}
