package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.paper.BinomialNoise;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;
import org.prmlab.paper.ProcessBenchSplit;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;
import org.prmlab.report.View;
import org.prmlab.stats.Estimate;

/** The paper's printed tables on a page. */
public final class PaperTables {
  private static final String AVERAGE = "Avg";
  private final Paper paper;

  private PaperTables(Paper paper) {
    this.paper = paper;
  }

  /** The tables of the paper as printed. */
  public static PaperTables asPrinted() {
    return of(Paper.asPrinted());
  }

  /** The tables of these numbers. */
  public static PaperTables of(Paper paper) {
    return new PaperTables(paper);
  }

  /**
   * A table as printed; an average over benchmarks of known size also has its 95 % binomial
   * interval, which the paper does not print (see {@link BinomialNoise}).
   *
   * @param number 1 to 16, as in the paper
   */
  public ResultTable table(int number) {
    PrintedTable printed = paper.table(number);
    List<List<String>> rows = printed.rows().stream().map(row -> cells(printed, row)).toList();
    return ResultTable.ofText("Table " + number + " of the paper", printed.columns(), rows);
  }

  /**
   * Some rows of a table as printed.
   *
   * @param rows their names, in the order wanted
   */
  public ResultTable table(int number, String... rows) {
    PrintedTable printed = paper.table(number);
    return ResultTable.ofText(
        "Table " + number + " of the paper, some rows",
        printed.columns(),
        Arrays.stream(rows).map(row -> cells(printed, printed.row(row))).toList());
  }

  /**
   * A model's first errors on the splits of ProcessBench below the paper's row of Table 7, which
   * has no intervals.
   *
   * @param row of Table 7
   * @param errors of the model, by split or by the name of other data
   * @param average the mean of the splits' F1, in [0, 1]
   */
  public ResultTable besideTable7(
      String row, String model, Results<StepErrors> errors, Estimate average) {
    PrintedRow printed = paper.table(7).row(row);
    ResultTable table = ResultTable.withColumns("model", "split", "located", "accepted", "F1");
    for (ProcessBenchSplit split : ProcessBenchSplit.values()) {
      table =
          table.row(
              "paper, " + row,
              split.spelling(),
              printed.value(split.errorColumn()),
              printed.value(split.correctColumn()),
              printed.value(split.f1Column()));
    }
    for (Map.Entry<String, StepErrors> part : errors.toMap().entrySet()) {
      StepErrors measured = part.getValue();
      table =
          table.row(
              model,
              part.getKey(),
              percent(measured.errorAccuracyIfDefined()),
              percent(measured.correctAccuracyIfDefined()),
              percent(measured.f1IfDefined()));
    }
    return table
        .row("paper, " + row, "AvgF1", "", "", printed.value("AvgF1"))
        .row(model, "AvgF1", "", "", average.percent());
  }

  private static String percent(Optional<Estimate> share) {
    return share.map(Estimate::percent).orElse("-");
  }

  /** Several tables under one another. */
  public View tables(int... numbers) {
    List<View> views = Arrays.stream(numbers).mapToObj(n -> table(n).view()).toList();
    return View.ofText(views.stream().map(View::text).collect(Collectors.joining("\n\n")))
        .withHtml(
            views.stream().flatMap(v -> v.html().stream()).collect(Collectors.joining("<p></p>")));
  }

  /**
   * How far each system of a Best-of-N table is from majority voting, against chance.
   *
   * <p>The interval takes the two numbers as independent. They choose among the same samples, so
   * the true one is narrower: a gap beyond it is larger than chance; one within it is undecided.
   */
  public ResultTable gapsToMajority(int number) {
    PrintedTable printed = paper.table(number);
    PrintedRow majority =
        printed.rows().stream()
            .filter(r -> r.name().startsWith("maj@"))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("table " + number + " has no maj@N row"));
    ResultTable table =
        ResultTable.withColumns("system", AVERAGE, "minus " + majority.name(), "against chance");
    for (PrintedRow row : printed.rows()) {
      if (!row.name().contains("@")) {
        table = table.row(gap(row, majority));
      }
    }
    return table.withCaption("Table " + number + ": which gaps are larger than chance?");
  }

  private static Object[] gap(PrintedRow row, PrintedRow majority) {
    double gap = row.value(AVERAGE) - majority.value(AVERAGE);
    double half =
        Math.hypot(
            BinomialNoise.halfWidth(row).orElseThrow(),
            BinomialNoise.halfWidth(majority).orElseThrow());
    String verdict = Math.abs(gap) > half ? (gap > 0 ? "above" : "below") : "undecided";
    return new Object[] {row.name(), row.text(AVERAGE).orElseThrow(), interval(gap, half), verdict};
  }

  private static List<String> cells(PrintedTable table, PrintedRow row) {
    List<String> cells = new ArrayList<>(List.of(row.name()));
    for (String column : table.columns().subList(1, table.columns().size())) {
      String printed = row.text(column).orElseThrow();
      cells.add(
          column.equals(AVERAGE)
              ? BinomialNoise.halfWidth(row)
                  .map(half -> interval(row.value(AVERAGE), half))
                  .orElse(printed)
              : printed);
    }
    return cells;
  }

  private static String interval(double value, double half) {
    return String.format(Locale.ROOT, "%.1f [%.1f, %.1f]", value, value - half, value + half);
  }
}
