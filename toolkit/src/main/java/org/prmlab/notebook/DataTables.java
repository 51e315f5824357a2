package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.report.ResultTable;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Tablesaw tables as result tables. */
public final class DataTables {
  private DataTables() {}

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
    return new ResultTable(note, table.columnNames(), rows);
  }
}
