package org.prmlab.cli.agree;

import java.util.List;
import org.prmlab.cli.agree.AgreementReport.Kept;
import org.prmlab.cli.agree.AgreementReport.Steps;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.common.ReportText;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;

/** The report on agreement for people. */
public final class AgreementText {
  private AgreementText() {}

  public static ReportText of(AgreementReport report) {
    ReportText parts = new ReportText();
    parts.add(
        "first: %s%nsecond: %s%n%d solutions, %d with an open verdict%s; same first error or none: %s"
            .formatted(
                report.first(),
                report.second(),
                report.solutions(),
                report.open(),
                report.open() == 0 ? "" : " (null or unread predictions, unlabeled steps)",
                EstimateText.of(report.consensus())));
    parts.add(steps(report));
    parts.add(disagreements(report));
    parts.add(report.firstErrors().table().withCaption("first errors, solutions"));
    if (!report.byField().isEmpty()) {
      parts.add(fields(report));
    }
    if (!report.retention().isEmpty()) {
      parts.add(retention(report));
    }
    return parts;
  }

  private static ResultTable steps(AgreementReport report) {
    ResultTable table =
        ResultTable.of(
            List.of(
                ResultColumn.text("steps"),
                ResultColumn.count("items", "items"),
                ResultColumn.percent("agreement (%)", "agreement"),
                ResultColumn.coefficient("Cohen's kappa", "kappa"),
                ResultColumn.coefficient("alpha", "alpha")));
    table = row(table, "all", report.steps());
    for (var position : report.byPosition().entrySet()) {
      table = row(table, position.getKey(), position.getValue());
    }
    return table;
  }

  private static ResultTable row(ResultTable table, String name, Steps steps) {
    return table.row(name, steps.items(), steps.agreement(), steps.kappa(), steps.alpha());
  }

  private static ResultTable disagreements(AgreementReport report) {
    ResultTable table = ResultTable.withColumns("disagreement", "solutions");
    for (var kind : report.disagreements().entrySet()) {
      table = table.row(kind.getKey().replace('_', ' '), kind.getValue());
    }
    return table;
  }

  private static ResultTable fields(AgreementReport report) {
    ResultTable table =
        ResultTable.of(
            List.of(
                ResultColumn.text("part"),
                ResultColumn.count("solutions", "solutions"),
                ResultColumn.percent("consensus (%)", "consensus"),
                ResultColumn.coefficient("Cohen's kappa of steps", "kappa")));
    for (var part : report.byField().entrySet()) {
      table =
          table.row(
              part.getKey(),
              part.getValue().solutions(),
              part.getValue().consensus(),
              part.getValue().steps().kappa());
    }
    return table;
  }

  private static ResultTable retention(AgreementReport report) {
    ResultTable table =
        ResultTable.of(
            List.of(
                ResultColumn.text("threshold"),
                ResultColumn.percent("kept by consensus (%)", "share")));
    for (Kept kept : report.retention()) {
      table = table.row(EstimateText.number(kept.threshold()), kept.share());
    }
    return table;
  }
}
