package org.prmlab.paper.audit;

import org.prmlab.paper.PrintedRow;

/** How a row is named in a report. */
final class Rows {
  private Rows() {}

  /** The row's name, with its scoring where a table prints several. */
  static String label(PrintedRow row) {
    return row.text("scoring")
        .filter(scoring -> !scoring.equals("-"))
        .map(scoring -> row.name() + ", " + scoring)
        .orElse(row.name());
  }
}
