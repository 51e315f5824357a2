package org.prmlab.cli.evaluate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.evaluate.CompareReport.Choice;
import org.prmlab.cli.evaluate.CompareReport.Difference;
import org.prmlab.cli.evaluate.CompareReport.Steps;
import org.prmlab.cli.evaluate.CompareReport.Thresholds;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.Results;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PairedComparison;

/** The report of a comparison for people. */
final class CompareText {
  private CompareText() {}

  static ReportText of(CompareReport report) {
    ReportText text =
        new ReportText()
            .add(
                "%s: %d rows; first: %s; second: %s; percent [%.0f %% interval]"
                    .formatted(
                        report.data(),
                        report.rows(),
                        report.first(),
                        report.second(),
                        100 * report.intervals().level()));
    if (report.stepErrors() != null) {
      add(report.stepErrors(), report.rows(), text);
    }
    if (report.bestOfN() != null) {
      add(report.bestOfN(), text);
    }
    report.notes().forEach(note -> text.add("note: " + note));
    return text;
  }

  private static void add(Steps steps, int rows, ReportText text) {
    StepErrors first = steps.first();
    StepErrors second = steps.second();
    text.add(
        Results.<ComparedRow>of("first errors")
            .with("F1", row(first.f1IfDefined(), second.f1IfDefined(), steps.f1()))
            .with(
                "located",
                row(
                    first.errorAccuracyIfDefined(),
                    second.errorAccuracyIfDefined(),
                    steps.errorAccuracy()))
            .with(
                "accepted",
                row(
                    first.correctAccuracyIfDefined(),
                    second.correctAccuracyIfDefined(),
                    steps.correctAccuracy()))
            .table()
            .withCaption(""));
    text.under(steps.mcnemar().test().text("solutions"));
    if (steps.thresholds() != null) {
      of(steps.thresholds(), rows).lines().forEach(text::under);
    }
  }

  private static String of(Thresholds thresholds, int rows) {
    String first =
        thresholds.first() == null ? "" : "first: " + StepErrorsText.of(thresholds.first(), rows);
    return thresholds.second() == null
        ? first
        : (first.isEmpty() ? "" : first + "\n")
            + "second: "
            + StepErrorsText.of(thresholds.second(), rows);
  }

  private static void add(List<Choice> choices, ReportText text) {
    Results<ComparedRow> rows = Results.of("Best-of-%d".formatted(choices.get(0).k()));
    for (Choice choice : choices) {
      rows =
          rows.with(
              choice.aggregation(),
              row(Optional.of(choice.first()), Optional.of(choice.second()), choice.difference()));
    }
    text.add(rows.table().withCaption(""));
    choices.forEach(
        choice ->
            text.under(choice.aggregation() + ": " + choice.mcnemar().test().text("problems")));
  }

  private static ComparedRow row(
      Optional<Estimate> first, Optional<Estimate> second, @Nullable Difference difference) {
    return new ComparedRow(
        first,
        second,
        Optional.ofNullable(difference).map(d -> new PairedComparison(d.difference(), d.pValue())));
  }
}
