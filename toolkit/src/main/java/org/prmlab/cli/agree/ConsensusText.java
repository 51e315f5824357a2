package org.prmlab.cli.agree;

import java.util.List;
import java.util.Map;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.common.ReportText;
import org.prmlab.labeling.ConsensusRetention.Kept;
import org.prmlab.labeling.SourceAccuracy;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;

/** The report of the consensus filter for people. */
public final class ConsensusText {
  private ConsensusText() {}

  public static ReportText of(ConsensusReport report) {
    ReportText text =
        new ReportText()
            .add(
                "kept %d of %d solutions, %s %%, agreeing on %s at threshold %s -> %s"
                    .formatted(
                        report.all().kept(),
                        report.all().kept() + report.all().dropped(),
                        EstimateText.of(report.all().shareIfDefined()),
                        report.agreement().replace('_', ' '),
                        EstimateText.number(report.threshold()),
                        report.out()));
    if (report.all().open() + report.inOneFileOnly() > 0) {
      text.add(
          "left out: %d with an open verdict, %d in one file only"
              .formatted(report.all().open(), report.inOneFileOnly()));
    }
    text.add(reasons(report.reasons()))
        .add(table("steps", report.byLength()))
        .add(table("generator", report.byGenerator()));
    if (!report.byField().isEmpty()) {
      text.add(table("part", report.byField()));
    }
    text.add(table("MC threshold", report.byThreshold()));
    if (report.keptTruth().known() + report.droppedTruth().known() > 0) {
      text.add(row(row(truth(), "kept", report.keptTruth()), "thrown away", report.droppedTruth()));
    }
    return text;
  }

  private static ResultTable reasons(Map<String, Integer> reasons) {
    ResultTable table = ResultTable.withColumns("thrown away: MC first, judge second", "solutions");
    for (var reason : reasons.entrySet()) {
      table = table.row(reason.getKey().replace('_', ' '), reason.getValue());
    }
    return table;
  }

  private static ResultTable table(String name, Map<String, Kept> parts) {
    ResultTable table =
        ResultTable.of(
            List.of(
                ResultColumn.text(name),
                ResultColumn.count("kept", "kept"),
                ResultColumn.count("thrown away", "dropped"),
                ResultColumn.count("open", "open"),
                ResultColumn.percent("kept (%)", "share")));
    for (var part : parts.entrySet()) {
      Kept p = part.getValue();
      String title = part.getKey().isEmpty() ? "(none)" : part.getKey();
      table = table.row(title, p.kept(), p.dropped(), p.open(), p.share());
    }
    return table;
  }

  private static ResultTable truth() {
    return ResultTable.withColumns(
        "first error against truth", "solutions", "both right", "only MC", "only judge", "neither");
  }

  private static ResultTable row(ResultTable table, String name, SourceAccuracy truth) {
    return table.row(
        name,
        truth.known(),
        truth.bothRight(),
        truth.firstRight(),
        truth.secondRight(),
        truth.bothWrong());
  }
}
