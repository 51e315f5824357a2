package org.prmlab.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that is one row of a table, so that several of a kind stand under each other; see {@link
 * Results}.
 */
public interface TableRow extends Tabular {
  /** The columns: the same for every result of its kind. */
  List<ResultColumn> columns();

  /** One value a column: text, a number, an estimate, or an optional of one. */
  List<@Nullable Object> cells();

  /** A table of this row. */
  @Override
  default ResultTable table() {
    return ResultTable.of(columns()).row(cells().toArray()).withIntervalCaption();
  }
}
