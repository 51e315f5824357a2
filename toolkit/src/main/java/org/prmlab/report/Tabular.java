package org.prmlab.report;

/** A result that lists itself as one table of named columns. */
public interface Tabular {
  /** Every number of the result, with its interval where it has one. */
  ResultTable table();

  /** What a page shows. */
  default View view() {
    return table().view();
  }
}
