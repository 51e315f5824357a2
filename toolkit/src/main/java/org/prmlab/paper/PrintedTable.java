package org.prmlab.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table, or the numbers behind a figure, as printed in the paper: misprints included.
 *
 * @param name {@code table06} or {@code figure01}, the name of its file in {@code datasets/paper}
 * @param columns the column titles, the row names' first
 * @param rows in print order
 */
public record PrintedTable(String name, List<String> columns, List<PrintedRow> rows) {
  public PrintedTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The row of this name. */
  public PrintedRow row(String rowName) {
    return rows.stream()
        .filter(r -> r.name().equals(rowName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no row '%s'; it has %s"
                        .formatted(name, rowName, rows.stream().map(PrintedRow::name).toList())));
  }

  /** A column as numbers, in row order. */
  public List<Double> values(String column) {
    return rows.stream().map(r -> r.value(column)).toList();
  }

  /** The row names, in order. */
  public List<String> names() {
    return rows.stream().map(PrintedRow::name).toList();
  }

  /**
   * Reads comma-separated lines without quoting, the form of {@code datasets/paper}.
   *
   * @throws IllegalArgumentException naming the line whose number of cells differs from the header
   */
  static PrintedTable parse(String name, List<String> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(name + ".csv is empty; a header line was expected");
    }
    List<String> columns = cells(lines.get(0));
    List<PrintedRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i));
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s.csv:%d: %d cells; the header has %d"
                .formatted(name, i + 1, cells.size(), columns.size()));
      }
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int c = 1; c < columns.size(); c++) {
        byColumn.put(columns.get(c), cells.get(c));
      }
      rows.add(new PrintedRow(cells.get(0), byColumn));
    }
    return new PrintedTable(name, columns, rows);
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }
}
