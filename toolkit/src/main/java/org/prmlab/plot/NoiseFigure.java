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
    String caption =
        "Table %d: average accuracy of the picked answers, with the interval that the sizes of"
                .formatted(number)
            + " the benchmarks allow, beside %s.".formatted(majority.name());
    return new Figure("noise-of-table-" + number, caption, PointChart.of(data), data);
  }

  private static List<Double> values(List<PrintedRow> rows) {
    return rows.stream().map(r -> r.value("Avg")).toList();
  }

  private static List<String> names(List<PrintedRow> rows) {
    return rows.stream().map(PrintedRow::name).toList();
  }
}
