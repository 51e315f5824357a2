package org.prmlab.cli.agree;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.cli.agree.AgreementReport.Kept;
import org.prmlab.cli.agree.AgreementReport.Steps;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.report.ResultTable;

/** The report on agreement for people. */
public final class AgreementText {
  private AgreementText() {}

  public static String of(AgreementReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "first: %s%nsecond: %s%n%d solutions, %d with an open verdict%s; same first error or none: %s"
            .formatted(
                report.first(),
                report.second(),
                report.solutions(),
                report.open(),
                report.open() == 0 ? "" : " (null or unread predictions, unlabeled steps)",
                EstimateText.of(report.consensus())));
    parts.add(steps(report).toString());
    parts.add(disagreements(report).toString());
    parts.add(report.firstErrors().table().withCaption("first errors, solutions").toString());
    if (!report.byField().isEmpty()) {
      parts.add(fields(report).toString());
    }
    if (!report.retention().isEmpty()) {
      parts.add(retention(report).toString());
    }
    return String.join("\n\n", parts);
  }

  private static ResultTable steps(AgreementReport report) {
    ResultTable table =
        ResultTable.withColumns("steps", "items", "agreement (%)", "Cohen's kappa", "alpha");
    table = row(table, "all", report.steps());
    for (var position : report.byPosition().entrySet()) {
      table = row(table, position.getKey(), position.getValue());
    }
    return table;
  }

  private static ResultTable row(ResultTable table, String name, Steps steps) {
    return table.row(
        name,
        steps.items(),
        EstimateText.of(steps.agreement()),
        EstimateText.ofCoefficient(steps.kappa()),
        EstimateText.ofCoefficient(steps.alpha()));
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
        ResultTable.withColumns("part", "solutions", "consensus (%)", "Cohen's kappa of steps");
    for (var part : report.byField().entrySet()) {
      table =
          table.row(
              part.getKey(),
              part.getValue().solutions(),
              EstimateText.of(part.getValue().consensus()),
              EstimateText.ofCoefficient(part.getValue().steps().kappa()));
    }
    return table;
  }

  private static ResultTable retention(AgreementReport report) {
    ResultTable table = ResultTable.withColumns("threshold", "kept by consensus (%)");
    for (Kept kept : report.retention()) {
      table = table.row(EstimateText.number(kept.threshold()), EstimateText.of(kept.share()));
    }
    return table;
  }
}
