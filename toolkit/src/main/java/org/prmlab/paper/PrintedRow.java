package org.prmlab.paper;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a printed table: its name and its cells, exactly as printed.
 *
 * @param name the first cell: a model, a setting, a benchmark
 * @param cells the other cells by column title, in print order
 */
public record PrintedRow(String name, Map<String, String> cells) {
  public PrintedRow {
    cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The text of a cell; empty if the table has no such column. */
  public Optional<String> text(String column) {
    return Optional.ofNullable(cells.get(column));
  }

  /**
   * The number printed in a cell, usually a percentage with one decimal.
   *
   * @throws IllegalArgumentException if there is no such column or it holds no number
   */
  public BigDecimal number(String column) {
    String text = cells.get(column);
    if (text == null) {
      throw new IllegalArgumentException(
          "row '%s' has no column '%s'; it has %s".formatted(name, column, cells.keySet()));
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "row '%s', column '%s' holds '%s'; a number was expected".formatted(name, column, text),
          e);
    }
  }

  /** The same number for arithmetic and charts. */
  public double value(String column) {
    return number(column).doubleValue();
  }

  /** The row name without a note such as {@code (Upper Bound)}. */
  public String plainName() {
    return name.replace(" (Upper Bound)", "");
  }
}
