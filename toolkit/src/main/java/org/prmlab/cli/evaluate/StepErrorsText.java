package org.prmlab.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.common.UnreadText;
import org.prmlab.cli.evaluate.StepErrorsReport.Threshold;
import org.prmlab.evaluation.MinScoreAtFinalStep;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.report.TableRow;

/** The report on step errors for people. */
public final class StepErrorsText {
  private StepErrorsText() {}

  static ReportText of(PrmErrorsReport report) {
    ReportText text = new ReportText();
    int splits = report.byPrm().values().iterator().next().splits().size();
    for (int split = 0; split < splits; split++) {
      Map<String, StepErrors> all = new LinkedHashMap<>();
      for (var one : report.byPrm().entrySet()) {
        all.put(one.getKey(), one.getValue().splits().get(split).all());
      }
      StepErrorsReport any = report.byPrm().values().iterator().next().splits().get(split);
      String caption =
          "%s: %d rows; percent [%.0f %% interval]"
              .formatted(any.data(), any.rows(), 100 * any.intervals().level());
      text.add(table("PRM", all).withCaption(caption));
    }
    report.byPrm().forEach((prm, one) -> text.add("== %s ==".formatted(prm)).under(one.text()));
    return text;
  }

  static ReportText of(SplitErrorsReport report) {
    Map<String, StepErrors> all = new LinkedHashMap<>();
    report.splits().forEach(split -> all.put(split.data(), split.all()));
    double level = report.splits().get(0).intervals().level();
    String caption =
        "mean F1 of %d splits: %s; percent [%.0f %% interval]"
            .formatted(report.splits().size(), report.averageF1().percent(), 100 * level);
    ReportText text = new ReportText().add(table("split", all).withCaption(caption));
    report.splits().forEach(split -> text.add(of(split)));
    return text;
  }

  public static ReportText of(StepErrorsReport report) {
    String caption =
        "%s: %d rows, %d unparsed; percent [%.0f %% interval]"
            .formatted(
                report.data(),
                report.rows(),
                report.all().unparsed(),
                100 * report.intervals().level());
    ReportText text = new ReportText();
    text.add(table("part", Map.of("all", report.all())).withCaption(caption));
    if (!report.unread().isEmpty()) {
      text.add(UnreadText.of(report.outputs(), report.unread()));
    }
    if (report.threshold() != null) {
      text.add(of(report.threshold(), report.rows()));
    }
    text.add(
        table("right answer by wrong process", Map.of("all", report.correctAnswerWrongProcess())));
    if (report.minimumAtEnd() != null) {
      text.add(of(report.minimumAtEnd()));
    }
    return text.add(table("generator", report.byGenerator()))
        .add(table("first error", report.byErrorPosition()))
        .add(table("length", report.byLength()));
  }

  static String of(Threshold threshold, int rows) {
    String values =
        threshold.values().stream().map(EstimateText::number).collect(Collectors.joining(", "));
    String line = "threshold (%s): %s".formatted(threshold.mode(), values);
    return threshold.tunedOnEvaluated() == 0
        ? line
        : line
            + "; tuned on problems of %d of these %d rows, so their F1 is too high: use --cross-fit"
                .formatted(threshold.tunedOnEvaluated(), rows);
  }

  private static String of(MinScoreAtFinalStep last) {
    return "least score at the last step: %s strictly, %s with ties (%d solutions, %d of one step left out)"
        .formatted(
            EstimateText.of(last.strictIfDefined()),
            EstimateText.of(last.withTiesIfDefined()),
            last.solutions(),
            last.oneStep());
  }

  static ResultTable table(String title, Map<String, ? extends TableRow> rows) {
    return Results.of(title, rows).table().withCaption("");
  }
}
