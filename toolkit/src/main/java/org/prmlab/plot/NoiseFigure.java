package org.prmlab.plot;

import java.util.List;
import org.prmlab.paper.BinomialNoise;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;

/** What chance alone does to a Best-of-N table of the paper. */
public final class NoiseFigure {
  private NoiseFigure() {}

  /**
   * The averages of a Best-of-N table with their 95 % binomial intervals, beside majority voting.
   *
   * @param number the paper's number of the table; its benchmarks' sizes must be known
   */
  public static Figure ofTable(Paper paper, int number) {
    List<PrintedRow> systems =
        paper.table(number).rows().stream().filter(r -> !r.name().contains("@")).toList();
    PrintedRow majority =
        paper.table(number).rows().stream()
            .filter(r -> r.name().startsWith("maj@"))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("table " + number + " has no maj@N row"));
    PlotSeries averages =
        PlotSeries.of("average with 95 % interval", values(systems))
            .withHalfWidths(
                systems.stream().map(r -> BinomialNoise.halfWidth(r).orElseThrow()).toList());
    FigureData data =
        FigureData.ofAxes("", "average accuracy (%)", names(systems))
            .with(averages)
            .withReference(majority.name(), majority.value("Avg"));
    FigureText text =
        FigureText.of(
            "Most gaps of Table %d are within chance".formatted(number),
            "%d PRMs; 95 %% binomial intervals from the benchmarks' sizes, not paired"
                .formatted(systems.size()),
            "Average accuracy of the picked answers of Table %d of the paper beside %s."
                .formatted(number, majority.name()));
    return Figure.of("noise-of-table-" + number, text, ChartPanel.points(data, ValueAxis.RATE));
  }

  private static List<Double> values(List<PrintedRow> rows) {
    return rows.stream().map(r -> r.value("Avg")).toList();
  }

  private static List<String> names(List<PrintedRow> rows) {
    return rows.stream().map(PrintedRow::name).toList();
  }
}
