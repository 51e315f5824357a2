package org.prmlab.notebook;

import org.prmlab.paper.audit.AuditFinding;
import org.prmlab.paper.audit.AuditReport;
import org.prmlab.paper.audit.CountCheck;
import org.prmlab.report.ResultTable;

/** An audit's result as tables. */
public final class AuditTables {
  private AuditTables() {}

  /** The findings, a row each. */
  public static ResultTable findings(AuditReport report) {
    ResultTable table =
        ResultTable.withColumns("where", "row", "columns", "printed", "would fit", "rule");
    for (AuditFinding f : report.findings()) {
      table =
          table.row(
              f.where(),
              f.row(),
              String.join("; ", f.columns()),
              String.join("; ", f.printed()),
              f.fits(),
              f.rule());
    }
    return table.withCaption(
        "%d numbers checked, %d do not fit".formatted(report.checked(), report.findings().size()));
  }

  /** How many Best-of-N values are k of n problems, a row for each benchmark. */
  public static ResultTable counts(AuditReport report) {
    ResultTable table = ResultTable.withColumns("benchmark", "n", "values", "k/n", "not k/n");
    for (String column : report.kOfN().stream().map(CountCheck::column).distinct().toList()) {
      var values = report.kOfN().stream().filter(c -> c.column().equals(column)).toList();
      long fit = values.stream().filter(CountCheck::fits).count();
      table = table.row(column, values.get(0).n(), values.size(), fit, values.size() - fit);
    }
    return table.withCaption("Best-of-N values that are k right answers out of n problems");
  }
}
