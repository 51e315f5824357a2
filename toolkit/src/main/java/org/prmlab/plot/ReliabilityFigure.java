package org.prmlab.plot;

import java.util.List;
import org.prmlab.evaluation.ReliabilityBin;

/** How often steps turn out right against the score they got. */
public final class ReliabilityFigure {
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
    String caption =
        "Share of right steps by mean score in %d bins, %d steps; on the dashed line a score is a"
                .formatted(bins.size(), bins.stream().mapToInt(ReliabilityBin::items).sum())
            + " probability.";
    return new Figure("reliability", caption, BandChart.overNumbers(data), data);
  }
}
