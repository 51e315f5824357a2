package org.prmlab.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.StepScores;

/** The scores of one solution's steps as a chart. */
public final class StepScoreFigure {
  private StepScoreFigure() {}

  /**
   * One line a PRM over the steps, counted from 1, and the threshold below which a step is judged
   * wrong.
   *
   * @param scores of the same solution, all of its steps scored; at least one
   */
  public static Figure of(List<StepScores> scores, double threshold) {
    int steps = scores.get(0).solution().steps().size();
    FigureData data =
        FigureData.ofAxes(
            "step",
            "probability that the step is right",
            IntStream.rangeClosed(1, steps).mapToObj(String::valueOf).toList());
    for (StepScores s : scores) {
      data = data.with(PlotSeries.of(s.prm(), s.values().boxed().toList()));
    }
    data = data.withReference("threshold", threshold);
    String verdicts =
        scores.stream()
            .map(s -> s.prm() + ": " + s.verdict(threshold))
            .collect(Collectors.joining("; "));
    FigureText text =
        FigureText.of(
            "Step scores of one solution",
            "%d steps, %d PRMs; scores, no intervals".formatted(steps, scores.size()),
            verdicts + ". The first step below the threshold is judged wrong.");
    return Figure.of("step-scores", text, ChartPanel.lines(data, ValueAxis.SHARE));
  }
}
