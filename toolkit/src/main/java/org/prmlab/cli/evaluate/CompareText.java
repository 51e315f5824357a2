package org.prmlab.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.EstimateJson;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.evaluate.CompareReport.Choice;
import org.prmlab.cli.evaluate.CompareReport.Difference;
import org.prmlab.cli.evaluate.CompareReport.Discordant;
import org.prmlab.cli.evaluate.CompareReport.Steps;
import org.prmlab.cli.evaluate.CompareReport.Thresholds;
import org.prmlab.report.ResultTable;

/** The report of a comparison for people. */
final class CompareText {
  private CompareText() {}

  static String of(CompareReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s: %d rows; first: %s; second: %s; percent [%.0f %% interval]"
            .formatted(
                report.data(),
                report.rows(),
                report.first(),
                report.second(),
                100 * report.intervals().level()));
    if (report.stepErrors() != null) {
      parts.add(of(report.stepErrors(), report.rows()));
    }
    if (report.bestOfN() != null) {
      parts.add(of(report.bestOfN()));
    }
    report.notes().forEach(note -> parts.add("note: " + note));
    return String.join("\n\n", parts);
  }

  private static String of(Steps steps, int rows) {
    ResultTable table =
        ResultTable.withColumns("first errors", "first", "second", "difference", "p", "")
            .row(row("F1", steps.first().f1(), steps.second().f1(), steps.f1()))
            .row(
                row(
                    "located",
                    steps.first().errorAccuracy(),
                    steps.second().errorAccuracy(),
                    steps.errorAccuracy()))
            .row(
                row(
                    "accepted",
                    steps.first().correctAccuracy(),
                    steps.second().correctAccuracy(),
                    steps.correctAccuracy()));
    String text = table + "\n" + of(steps.mcnemar(), "solutions");
    return steps.thresholds() == null ? text : text + of(steps.thresholds(), rows);
  }

  private static String of(Thresholds thresholds, int rows) {
    String first =
        thresholds.first() == null ? "" : "\nfirst: " + StepErrorsText.of(thresholds.first(), rows);
    return thresholds.second() == null
        ? first
        : first + "\nsecond: " + StepErrorsText.of(thresholds.second(), rows);
  }

  private static String of(List<Choice> choices) {
    ResultTable table =
        ResultTable.withColumns(
            "Best-of-%d".formatted(choices.get(0).k()), "first", "second", "difference", "p", "");
    StringBuilder tests = new StringBuilder();
    for (Choice choice : choices) {
      table =
          table.row(
              row(choice.aggregation(), choice.first(), choice.second(), choice.difference()));
      tests
          .append(System.lineSeparator())
          .append(choice.aggregation())
          .append(": ")
          .append(of(choice.mcnemar(), "problems"));
    }
    return table.toString() + tests;
  }

  private static Object[] row(
      String name,
      @Nullable EstimateJson first,
      @Nullable EstimateJson second,
      @Nullable Difference difference) {
    return new Object[] {
      name,
      EstimateText.of(first),
      EstimateText.of(second),
      difference == null ? "-" : EstimateText.signed(difference.difference()),
      difference == null ? "-" : p(difference.pValue()),
      difference == null ? "" : difference.conclusion()
    };
  }

  private static String of(Discordant test, String items) {
    String p = p(test.exactP());
    return "%d %s right by the first only, %d by the second only; McNemar's exact test, which takes them for independent: p %s"
        .formatted(
            test.rightByFirst(),
            items,
            test.rightBySecond(),
            p.startsWith("<") ? p.replace("<", "< ") : "= " + p);
  }

  private static String p(double value) {
    return value < .0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", value);
  }
}
