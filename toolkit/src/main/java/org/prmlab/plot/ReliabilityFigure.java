package org.prmlab.plot;

import java.util.List;
import org.prmlab.evaluation.ReliabilityBin;

/** How often steps turn out right against the score they got. */
final class ReliabilityFigure {
  private ReliabilityFigure() {}

  /**
   * The curve in its band, beside the line of a calibrated model, on which score and rate agree.
   *
   * @param prm name of the model
   * @param bins by rising score; at least one
   */
  public static Figure of(String prm, List<ReliabilityBin> bins) {
    FigureData data =
        FigureData.ofAxes(
                "mean score of the bin",
                "share of right steps",
                bins.stream().map(b -> String.valueOf(b.meanScore())).toList())
            .with(PlotSeries.ofNumbers(prm, bins.stream().map(ReliabilityBin::rate).toList()))
            .with(
                PlotSeries.of("calibrated", bins.stream().map(ReliabilityBin::meanScore).toList()));
    FigureText text =
        FigureText.of(
            "How often steps turn out right, by the score of " + prm,
            "%,d steps in %d bins; 95 %% intervals over problems"
                .formatted(bins.stream().mapToInt(ReliabilityBin::items).sum(), bins.size()),
            "On the grey line a score is a probability.");
    return Figure.of("reliability", text, ChartPanel.curves(data, ValueAxis.SHARE));
  }
}
