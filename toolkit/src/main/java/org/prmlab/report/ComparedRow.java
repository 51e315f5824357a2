package org.prmlab.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PairedComparison;

/**
 * Two systems by one measure, and the difference of the two, paired.
 *
 * @param first a share in [0, 1]; absent where it is undefined
 * @param second the same of the other system
 * @param difference first minus second; absent where either is undefined
 */
public record ComparedRow(
    Optional<Estimate> first, Optional<Estimate> second, Optional<PairedComparison> difference)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.percent("first", "first"),
          ResultColumn.percent("second", "second"),
          ResultColumn.points("difference", "difference"),
          new ResultColumn("p", "p_value", Unit.P_VALUE),
          new ResultColumn("", "conclusion", Unit.TEXT));

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(
        first,
        second,
        difference.map(PairedComparison::difference),
        difference.map(PairedComparison::pValue),
        difference.map(PairedComparison::word).orElse(""));
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }
}
