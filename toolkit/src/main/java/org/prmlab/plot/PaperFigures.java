package org.prmlab.plot;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.prmlab.paper.BinomialNoise;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedTable;

/**
 * The nine figures of the paper, redrawn from its printed numbers.
 *
 * <p>Best-of-N averages are drawn with the 95 % binomial interval of their benchmarks' sizes (the
 * widest of Table 6, see {@link BinomialNoise}), which the paper does not print.
 */
public final class PaperFigures {
  private static final String BON = "Best-of-8 (%)";
  private static final String F1 = "ProcessBench F1";
  private static final String PERCENT = "percent";
  private final Paper paper;
  private final double noise;

  private PaperFigures(Paper paper) {
    this.paper = paper;
    this.noise = BinomialNoise.halfWidth(paper.table(6));
  }

  /** The figures of the paper as printed. */
  public static PaperFigures asPrinted() {
    return of(Paper.asPrinted());
  }

  /** The figures of these numbers. */
  public static PaperFigures of(Paper paper) {
    return new PaperFigures(paper);
  }

  /** All nine, in order. */
  public List<Figure> all() {
    return IntStream.rangeClosed(1, 9).mapToObj(this::figure).toList();
  }

  /**
   * One figure.
   *
   * @param number 1 to 9, as in the paper
   */
  public Figure figure(int number) {
    return switch (number) {
      case 1 -> overview();
      case 2 -> annotation();
      case 3 -> filteringBestOfN();
      case 4 -> filteringF1();
      case 5 -> threshold();
      case 6 -> processErrorRate();
      case 7 -> tolerance();
      case 8 -> minimumAtFinalStep();
      case 9 -> scoring();
      default -> throw new IllegalArgumentException("figure " + number + "; the paper has 1 to 9");
    };
  }

  private Figure overview() {
    PrintedTable t = paper.figure(1);
    FigureData data =
        FigureData.ofAxes("", PERCENT, t.names())
            .with(noisy(BON, t.values("BoN Avg (left axis)")))
            .with(PlotSeries.of(F1, t.values("ProcessBench AvgF1 (right axis)")))
            .withReference("pass@8", paper.table(6).row("pass@8 (Upper Bound)").value("Avg"))
            .withReference("maj@8", paper.table(6).row("maj@8").value("Avg"))
            .withReference("F1 of o1-mini", paper.table(7).row("o1-mini").value("AvgF1"));
    return points(
        1, data, "PRMs that differ little in Best-of-8 differ widely in finding the wrong step.");
  }

  private Figure annotation() {
    PrintedTable t = paper.figure(2);
    FigureData data =
        FigureData.ofAxes("", PERCENT, t.names())
            .with(noisy(BON, t.values("BoN Avg")))
            .with(PlotSeries.of(F1, t.values("ProcessBench AvgF1")));
    return points(
        2,
        data,
        "Consensus filtering keeps 40 % of the data and the judge's F1; the three Best-of-8 averages are within noise.");
  }

  private Figure filteringBestOfN() {
    PrintedTable t = paper.figure(3);
    FigureData data =
        FigureData.ofAxes("", BON, t.names())
            .with(noisy("soft labels", t.values("soft BoN Avg")))
            .with(noisy("hard labels", t.values("hard BoN Avg")));
    return points(
        3,
        data,
        "After consensus filtering hard labels are ahead in Best-of-8; before it they are level.");
  }

  private Figure filteringF1() {
    PrintedTable t = paper.figure(4);
    FigureData data =
        FigureData.ofAxes("", F1, t.names())
            .with(PlotSeries.of("soft labels", t.values("soft AvgF1")))
            .with(PlotSeries.of("hard labels", t.values("hard AvgF1")));
    return bars(
        4, data, "Filtering raises F1 for both kinds of label, and far more for hard labels.");
  }

  private Figure threshold() {
    PrintedTable t = paper.figure(5);
    List<String> eighths = t.names().stream().map(n -> n.equals("0") ? "0" : n + "/8").toList();
    FigureData data =
        FigureData.ofAxes("threshold on the share of right completions", PERCENT, eighths)
            .with(PlotSeries.of(BON, t.values("BoN Avg")))
            .with(PlotSeries.of(F1, t.values("ProcessBench AvgF1")));
    return new Figure(
        name(5),
        caption(5, "A stricter threshold for a hard label lowers both measures; F1 by ten points."),
        TwoAxisLines.of(data),
        data);
  }

  private Figure processErrorRate() {
    PrintedTable t = paper.figure(6);
    String column = "process error rate of correct-answer responses (%)";
    FigureData data =
        FigureData.ofAxes("", "wrong process among right answers (%)", t.names())
            .with(PlotSeries.of("process error rate", t.values(column)));
    return bars(
        6, data, "The harder the benchmark, the more right answers come from a wrong process.");
  }

  private Figure tolerance() {
    PrintedTable t = paper.figure(7);
    String column = "accuracy on correct-answer wrong-process cases";
    FigureData data =
        FigureData.ofAxes("", PERCENT, t.names())
            .with(noisy(BON, t.values("BoN Avg")))
            .with(PlotSeries.of("wrong step found in right answers (%)", t.values(column)));
    return points(
        7,
        data,
        "Best-of-8 does not tell which PRM notices a wrong process behind a right answer.");
  }

  private Figure minimumAtFinalStep() {
    PrintedTable t = paper.figure(8);
    String column = "share of responses whose minimum score is at the final step (%)";
    FigureData data =
        FigureData.ofAxes("", "minimum at the final step (%)", t.names())
            .with(PlotSeries.of("share of responses", t.values(column)));
    return bars(
        8,
        data,
        "For four open PRMs the lowest score is at the final step in more than 40 % of responses.");
  }

  private Figure scoring() {
    PrintedTable t = paper.figure(9);
    FigureData data =
        FigureData.ofAxes("", BON, t.names())
            .with(noisy("minimum", t.values("min")))
            .with(noisy("product", t.values("product")))
            .with(noisy("last", t.values("last")));
    return points(
        9,
        data,
        "The last score serves PRMs from Monte-Carlo labels best, the minimum those from human or judge labels.");
  }

  private PlotSeries noisy(String name, List<Double> values) {
    return PlotSeries.of(name, values).withHalfWidths(Collections.nCopies(values.size(), noise));
  }

  private Figure points(int number, FigureData data, String says) {
    String note =
        String.format(
            Locale.ROOT,
            "%s Bars: 95 %% intervals from the benchmarks' sizes, +-%.1f points.",
            says,
            noise);
    return new Figure(name(number), caption(number, note), PointChart.of(data), data);
  }

  private static Figure bars(int number, FigureData data, String says) {
    return new Figure(name(number), caption(number, says), BarChart.of(data), data);
  }

  private static String name(int number) {
    return "paper-figure-" + number;
  }

  private static String caption(int number, String says) {
    return "Figure " + number + " of the paper, redrawn. " + says;
  }
}
