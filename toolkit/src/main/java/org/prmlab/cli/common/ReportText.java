package org.prmlab.cli.common;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.report.ResultTable;

/** A report for people: paragraphs and tables in order, a blank line between them. */
public final class ReportText {
  private final StringBuilder text = new StringBuilder();
  private final List<ResultTable> tables = new ArrayList<>();

  /** Adds a table. */
  public ReportText add(ResultTable table) {
    tables.add(table);
    return add(table.toString());
  }

  /** Adds a paragraph. */
  public ReportText add(String paragraph) {
    text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
    return this;
  }

  /** Adds another report. */
  public ReportText add(ReportText report) {
    tables.addAll(report.tables);
    return add(report.toString());
  }

  /** Adds a line to what was added last, right under it. */
  public ReportText under(String line) {
    text.append("\n").append(line);
    return this;
  }

  /** Adds another report right under what was added last. */
  public ReportText under(ReportText report) {
    tables.addAll(report.tables);
    return under(report.toString());
  }

  /** The tables in it. */
  public List<ResultTable> tables() {
    return List.copyOf(tables);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
