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
  private static final String LEVELS = "levels";
  private static final String HARD_SOFT = "hard - soft";
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
    return noisyFigure(
        1,
        "PRMs that differ little in Best-of-8 differ widely in finding the wrong step",
        ChartPanel.points(data, ValueAxis.RATE));
  }

  private Figure annotation() {
    PrintedTable t = paper.figure(2);
    FigureData data =
        FigureData.ofAxes("", PERCENT, t.names())
            .with(noisy(BON, t.values("BoN Avg")))
            .with(PlotSeries.of(F1, t.values("ProcessBench AvgF1")));
    return noisyFigure(
        2,
        "Consensus keeps the judge's F1 with 40\u00a0% of the data; Best-of-8 is within noise",
        ChartPanel.points(data, ValueAxis.RATE).withHeading(LEVELS),
        DifferencePanel.of(DifferencePanel.fromPlace(data, 0), "minus " + t.names().get(0)));
  }

  private Figure filteringBestOfN() {
    PrintedTable t = paper.figure(3);
    FigureData data =
        FigureData.ofAxes("", BON, t.names())
            .with(noisy("soft labels", t.values("soft BoN Avg")))
            .with(noisy("hard labels", t.values("hard BoN Avg")));
    return noisyFigure(
        3,
        "Hard labels are ahead in Best-of-8 after consensus filtering, not before",
        ChartPanel.points(data, ValueAxis.RATE).withHeading(LEVELS),
        DifferencePanel.of(DifferencePanel.ofSeries(data, HARD_SOFT), HARD_SOFT));
  }

  private Figure filteringF1() {
    PrintedTable t = paper.figure(4);
    FigureData data =
        FigureData.ofAxes("", F1 + " (%)", t.names())
            .with(PlotSeries.of("soft labels", t.values("soft AvgF1")))
            .with(PlotSeries.of("hard labels", t.values("hard AvgF1")));
    return plain(
        4,
        "Filtering raises F1 for both kinds of label, and far more for hard labels",
        ChartPanel.points(data, ValueAxis.RATE).withHeading(LEVELS),
        DifferencePanel.of(DifferencePanel.ofSeries(data, HARD_SOFT), HARD_SOFT));
  }

  private Figure threshold() {
    PrintedTable t = paper.figure(5);
    List<String> eighths = t.names().stream().map(n -> n.equals("0") ? "0" : n + "/8").toList();
    FigureData data =
        FigureData.ofAxes("threshold", PERCENT, eighths)
            .with(noisy(BON, t.values("BoN Avg")))
            .with(PlotSeries.of(F1, t.values("ProcessBench AvgF1")));
    return noisyFigure(
        5,
        "A stricter threshold for a hard label lowers F1 by ten points, Best-of-8 by one",
        EqualSpan.panels(data));
  }

  private Figure processErrorRate() {
    PrintedTable t = paper.figure(6);
    String column = "process error rate of correct-answer responses (%)";
    FigureData data =
        FigureData.ofAxes("", "wrong process among right answers (%)", t.names())
            .with(PlotSeries.of("process error rate", t.values(column)));
    return plain(
        6,
        "The harder the benchmark, the more right answers come from a wrong process",
        ChartPanel.bars(data, ValueAxis.RATE));
  }

  private Figure tolerance() {
    PrintedTable t = paper.figure(7);
    String column = "accuracy on correct-answer wrong-process cases";
    FigureData data =
        FigureData.ofAxes("", PERCENT, t.names())
            .with(noisy(BON, t.values("BoN Avg")))
            .with(PlotSeries.of("wrong step found in right answers (%)", t.values(column)));
    return noisyFigure(
        7,
        "Best-of-8 does not tell which PRM notices a wrong process behind a right answer",
        ChartPanel.points(data, ValueAxis.RATE));
  }

  private Figure minimumAtFinalStep() {
    PrintedTable t = paper.figure(8);
    String column = "share of responses whose minimum score is at the final step (%)";
    FigureData data =
        FigureData.ofAxes("", "minimum at the final step (%)", t.names())
            .with(PlotSeries.of("share of responses", t.values(column)));
    return plain(
        8,
        "For four open PRMs the lowest score is at the final step in more than 40\u00a0% of responses",
        ChartPanel.points(data, ValueAxis.RATE.fromZero()));
  }

  private Figure scoring() {
    PrintedTable t = paper.figure(9);
    FigureData data =
        FigureData.ofAxes("", BON, t.names())
            .with(noisy("minimum", t.values("min")))
            .with(noisy("product", t.values("product")))
            .with(noisy("last", t.values("last")));
    return noisyFigure(
        9,
        "In these numbers the last score leads for Monte-Carlo labels, the minimum for others;"
            + " most gaps are within noise",
        ChartPanel.points(data, ValueAxis.RATE));
  }

  private PlotSeries noisy(String name, List<Double> values) {
    return PlotSeries.of(name, values).withHalfWidths(Collections.nCopies(values.size(), noise));
  }

  private Figure noisyFigure(int number, String says, Panel... panels) {
    String intervals =
        String.format(
            Locale.ROOT,
            "Best-of-8: 95 %% intervals from the benchmarks' sizes, \u00b1%.1f points",
            noise);
    return figure(number, says, intervals, panels);
  }

  private static Figure plain(int number, String says, Panel... panels) {
    return figure(number, says, "printed numbers, without intervals", panels);
  }

  private static String sizes(int number, FigureData data) {
    int rows = data.x().size();
    return switch (number) {
      case 3, 4 -> rows * data.series().size() + " PRMs";
      case 5 -> rows + " PRMs, a threshold each";
      case 6 -> rows + " benchmarks";
      default -> rows + " PRMs";
    };
  }

  private static Figure figure(int number, String says, String intervals, Panel... panels) {
    String more =
        switch (number) {
          case 2, 3, 4 -> " The paper prints no pairs, so the differences have no intervals.";
          case 5 -> " A step counts as right above this share of right completions.";
          default -> "";
        };
    FigureText text =
        FigureText.of(
            says,
            sizes(number, panels[0].data()) + "; " + intervals,
            "Figure %d of the paper, redrawn from its printed numbers.%s".formatted(number, more));
    return Figure.of("paper-figure-" + number, text, panels);
  }
}
