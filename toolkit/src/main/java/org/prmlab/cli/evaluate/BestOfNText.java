package org.prmlab.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.evaluate.BestOfNReport.Chosen;
import org.prmlab.cli.evaluate.BestOfNReport.Point;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;

/** The report on Best-of-N for people. */
final class BestOfNText {
  private BestOfNText() {}

  static ReportText of(BestOfNReport report) {
    List<ResultColumn> columns = new ArrayList<>(List.of(ResultColumn.text("selection")));
    report.pass().forEach(p -> columns.add(ResultColumn.percent("k = " + p.k(), "k_" + p.k())));
    columns.add(ResultColumn.percent("gap closed", "gap_closed"));
    ResultTable table =
        ResultTable.of(columns)
            .withCaption(
                "%s: %d problems, %d samples, estimator %s; %d unanswered, %d undecided; percent"
                    .formatted(
                        report.data(),
                        report.problems(),
                        report.samples(),
                        report.estimator(),
                        report.unanswered(),
                        report.undecided()))
            .row(cells("pass@k", report.pass(), null))
            .row(cells("maj@k", report.majority(), null));
    for (Chosen chosen : report.prm()) {
      String name = chosen.prm() + ", " + chosen.aggregation();
      boolean outcome = chosen.aggregation().equals(BestOfNReport.OUTCOME);
      table =
          table.row(
              cells((outcome ? "orm@k " : "prm@k ") + name, chosen.best(), chosen.gapClosed()));
      if (chosen.weightedVote() != null) {
        table = table.row(cells("weighted vote " + name, chosen.weightedVote(), null));
      }
    }
    ReportText text = new ReportText().add(table).under(report.answers().text());
    report.notes().forEach(note -> text.under("note: " + note));
    return text;
  }

  private static @Nullable Object[] cells(
      String name, List<Point> curve, @Nullable Object gapClosed) {
    List<@Nullable Object> cells = new ArrayList<>(List.of(name));
    curve.forEach(p -> cells.add(p.accuracy()));
    cells.add(gapClosed);
    return cells.toArray();
  }
}
