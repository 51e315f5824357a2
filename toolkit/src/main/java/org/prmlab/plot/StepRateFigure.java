package org.prmlab.plot;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prmlab.stats.Estimate;

/** What rollouts say of the steps of one solution. */
public final class StepRateFigure {
  private StepRateFigure() {}

  /**
   * A point and its interval for each step, counted from 1.
   *
   * @param rates by name, one a step: share of rollouts that reach the answer, in [0, 1]; at least
   *     one name, all with as many steps
   */
  public static Figure of(Map<String, List<Estimate>> rates) {
    int steps = rates.values().iterator().next().size();
    FigureData data =
        FigureData.ofAxes(
            "",
            "chance of reaching the answer (%)",
            IntStream.rangeClosed(1, steps).mapToObj(i -> "step " + i).toList());
    for (var source : rates.entrySet()) {
      data = data.with(PlotSeries.ofRates(source.getKey(), source.getValue()));
    }
    FigureText text =
        FigureText.of(
            "How many rollouts reach the answer from each step",
            "%d steps of one solution; 95 %% intervals of the shares".formatted(steps),
            "Each interval is what so few draws say of the chance.");
    return Figure.of("step-rates", text, ChartPanel.points(data, ValueAxis.RATE));
  }
}
