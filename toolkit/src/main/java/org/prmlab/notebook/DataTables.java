package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.report.FlatColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tablesaw tables as result tables. */
public final class DataTables {
  private DataTables() {}

  /**
   * A result as a data frame, to be filtered, joined and plotted: the columns that CSV has, such as
   * {@code f1_percent}, {@code f1_percent_low} and {@code f1_percent_high}; shares are in percent.
   * What is undefined, or a bound that the data do not tell, is missing.
   */
  public static Table frame(Tabular result) {
    ResultTable table = result.table();
    Table frame = Table.create(table.caption());
    for (FlatColumn column : table.flat()) {
      if (column.isNumeric()) {
        frame.addColumns(
            DoubleColumn.create(
                column.name(),
                column.values().stream()
                    .mapToDouble(v -> v.map(n -> ((Number) n).doubleValue()).orElse(Double.NaN))
                    .toArray()));
      } else {
        frame.addColumns(
            StringColumn.create(
                column.name(),
                column.values().stream().map(v -> v.map(Object::toString).orElse("")).toList()));
      }
    }
    return frame;
  }

  /** The first rows of a table, as many as a page shows; a caption says how many there are. */
  public static ResultTable of(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : table.first(ResultTable.SHOWN_ROWS)) {
      rows.add(table.columns().stream().map(c -> c.getString(row.getRowNumber())).toList());
    }
    String name = table.name() == null ? "" : table.name();
    String note =
        table.rowCount() > rows.size()
            ? "%s (first %d of %d rows)".formatted(name, rows.size(), table.rowCount()).strip()
            : name;
    return ResultTable.ofText(note, table.columnNames(), rows);
  }
}
