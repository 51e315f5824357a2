package org.prmlab.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.common.UnreadText;
import org.prmlab.cli.evaluate.StepErrorsReport.Flawed;
import org.prmlab.cli.evaluate.StepErrorsReport.LastMinimum;
import org.prmlab.cli.evaluate.StepErrorsReport.Measures;
import org.prmlab.cli.evaluate.StepErrorsReport.Threshold;
import org.prmlab.report.ResultTable;

/** The report on step errors for people. */
public final class StepErrorsText {
  private StepErrorsText() {}

  public static String of(PrmErrorsReport report) {
    List<String> parts = new ArrayList<>();
    int splits = report.byPrm().values().iterator().next().splits().size();
    for (int split = 0; split < splits; split++) {
      ResultTable table = measures("PRM");
      for (var one : report.byPrm().entrySet()) {
        table = row(table, one.getKey(), one.getValue().splits().get(split).all());
      }
      StepErrorsReport any = report.byPrm().values().iterator().next().splits().get(split);
      String caption =
          "%s: %d rows; percent [%.0f %% interval]"
              .formatted(any.data(), any.rows(), 100 * any.intervals().level());
      parts.add(table.withCaption(caption).toString());
    }
    report.byPrm().forEach((prm, result) -> parts.add("== %s ==%n".formatted(prm) + result.text()));
    return String.join("\n\n", parts);
  }

  public static String of(SplitErrorsReport report) {
    ResultTable table = measures("split");
    for (StepErrorsReport split : report.splits()) {
      table = row(table, split.data(), split.all());
    }
    double level = report.splits().get(0).intervals().level();
    String caption =
        "mean F1 of %d splits: %s; percent [%.0f %% interval]"
            .formatted(report.splits().size(), EstimateText.of(report.averageF1()), 100 * level);
    List<String> parts = new ArrayList<>();
    parts.add(table.withCaption(caption).toString());
    report.splits().forEach(split -> parts.add(of(split)));
    return String.join("\n\n", parts);
  }

  public static String of(StepErrorsReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(
        row(measures("part"), "all", report.all())
            .withCaption(
                "%s: %d rows, %d unparsed; percent [%.0f %% interval]"
                    .formatted(
                        report.data(),
                        report.rows(),
                        report.all().unparsed(),
                        100 * report.intervals().level()))
            .toString());
    if (!report.unread().isEmpty()) {
      parts.add(UnreadText.of(report.outputs(), report.unread()));
    }
    if (report.threshold() != null) {
      parts.add(of(report.threshold(), report.rows()));
    }
    parts.add(of(report.correctAnswerWrongProcess()));
    if (report.minimumAtEnd() != null) {
      parts.add(of(report.minimumAtEnd()));
    }
    parts.add(table("generator", report.byGenerator()).toString());
    parts.add(table("first error", report.byErrorPosition()).toString());
    parts.add(table("length", report.byLength()).toString());
    return String.join("\n\n", parts);
  }

  public static String of(Threshold threshold, int rows) {
    String values =
        threshold.values().stream().map(EstimateText::number).collect(Collectors.joining(", "));
    String line = "threshold (%s): %s".formatted(threshold.mode(), values);
    return threshold.tunedOnEvaluated() == 0
        ? line
        : line
            + "; tuned on problems of %d of these %d rows, so their F1 is too high: use --cross-fit"
                .formatted(threshold.tunedOnEvaluated(), rows);
  }

  private static String of(Flawed flawed) {
    return ResultTable.withColumns("right answer by wrong process", "rows", "located", "detected")
        .row(
            "all",
            flawed.rows(),
            EstimateText.of(flawed.exactLocation()),
            EstimateText.of(flawed.detection()))
        .toString();
  }

  private static String of(LastMinimum last) {
    return "least score at the last step: %s strictly, %s with ties (%d solutions, %d of one step left out)"
        .formatted(
            EstimateText.of(last.strict()),
            EstimateText.of(last.withTies()),
            last.solutions(),
            last.oneStepLeftOut());
  }

  static ResultTable table(String part, Map<String, Measures> rows) {
    ResultTable table = measures(part);
    for (var row : rows.entrySet()) {
      table = row(table, row.getKey(), row.getValue());
    }
    return table;
  }

  private static ResultTable measures(String part) {
    return ResultTable.withColumns(part, "errors", "located", "corrects", "accepted", "F1");
  }

  private static ResultTable row(ResultTable table, String name, Measures measures) {
    return table.row(
        name,
        measures.errors(),
        EstimateText.of(measures.errorAccuracy()),
        measures.corrects(),
        EstimateText.of(measures.correctAccuracy()),
        EstimateText.of(measures.f1()));
  }
}
