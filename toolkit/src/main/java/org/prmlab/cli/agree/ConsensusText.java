package org.prmlab.cli.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prmlab.cli.agree.ConsensusReport.Part;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.labeling.SourceAccuracy;
import org.prmlab.report.ResultTable;

/** The report of the consensus filter for people. */
public final class ConsensusText {
  private ConsensusText() {}

  public static String of(ConsensusReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "kept %d of %d solutions, %s %%, agreeing on %s at threshold %s -> %s"
            .formatted(
                report.all().kept(),
                report.all().kept() + report.all().dropped(),
                EstimateText.of(report.all().share()),
                report.agreement().replace('_', ' '),
                EstimateText.number(report.threshold()),
                report.out()));
    if (report.all().open() + report.inOneFileOnly() > 0) {
      parts.add(
          "left out: %d with an open verdict, %d in one file only"
              .formatted(report.all().open(), report.inOneFileOnly()));
    }
    parts.add(reasons(report.reasons()).toString());
    parts.add(table("steps", report.byLength()));
    parts.add(table("generator", report.byGenerator()));
    if (!report.byField().isEmpty()) {
      parts.add(table("part", report.byField()));
    }
    parts.add(table("MC threshold", report.byThreshold()));
    if (report.keptTruth().known() + report.droppedTruth().known() > 0) {
      parts.add(
          row(row(truth(), "kept", report.keptTruth()), "thrown away", report.droppedTruth())
              .toString());
    }
    return String.join("\n\n", parts);
  }

  private static ResultTable reasons(Map<String, Integer> reasons) {
    ResultTable table = ResultTable.withColumns("thrown away: MC first, judge second", "solutions");
    for (var reason : reasons.entrySet()) {
      table = table.row(reason.getKey().replace('_', ' '), reason.getValue());
    }
    return table;
  }

  private static String table(String name, Map<String, Part> parts) {
    ResultTable table = ResultTable.withColumns(name, "kept", "thrown away", "open", "kept (%)");
    for (var part : parts.entrySet()) {
      Part p = part.getValue();
      String title = part.getKey().isEmpty() ? "(none)" : part.getKey();
      table = table.row(title, p.kept(), p.dropped(), p.open(), EstimateText.of(p.share()));
    }
    return table.toString();
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
