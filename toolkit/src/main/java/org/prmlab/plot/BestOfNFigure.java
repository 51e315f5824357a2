package org.prmlab.plot;

import java.util.List;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfNCurves;

/** Accuracy against the number of samples to choose from. */
public final class BestOfNFigure {
  private BestOfNFigure() {}

  /**
   * One line with its 95 % intervals for each way to choose.
   *
   * @param curves such as maj@k and prm@k, all at the same numbers of samples; at least one
   */
  public static Figure of(BestOfNCurves curves) {
    List<String> k =
        curves.curves().values().iterator().next().stream()
            .map(p -> String.valueOf(p.k()))
            .toList();
    FigureData data = FigureData.ofAxes("samples to choose from (k)", "accuracy (%)", k);
    for (var curve : curves.curves().entrySet()) {
      List<AccuracyAtK> points = curve.getValue();
      data =
          data.with(
              PlotSeries.ofRates(
                  curve.getKey(), points.stream().map(AccuracyAtK::accuracy).toList()));
    }
    FigureText text =
        FigureText.of(
            "Accuracy of the chosen answer by number of samples",
            "%d ways to choose; 95 %% intervals over problems".formatted(curves.curves().size()),
            "All choose among the same samples, so these intervals do not compare them: a paired"
                + " difference does.");
    return Figure.of("best-of-n", text, ChartPanel.lines(data, ValueAxis.RATE));
  }
}
