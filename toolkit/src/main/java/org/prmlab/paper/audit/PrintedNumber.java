package org.prmlab.paper.audit;

import org.prmlab.paper.PrintedRow;

/**
 * One cell and what it measures.
 *
 * @param where its table or figure
 * @param row its row
 * @param column its column there
 * @param quantity what it measures
 */
record PrintedNumber(String where, PrintedRow row, String column, Quantity quantity) {
  String text() {
    return row.text(column).orElseThrow();
  }

  double value() {
    return row.value(column);
  }

  /** Whether the rest of its own row confirms it. */
  boolean isConfirmed() {
    return Derivation.of(row, column).filter(range -> range.roundsTo(value())).isPresent();
  }
}
