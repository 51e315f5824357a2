package org.prmlab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prmlab.training.TrainingProgress;

/** How the loss falls while a model is trained. */
public final class TrainingLossFigure {
  /** More points than a chart of the house's width can show apart. */
  private static final int MOST_POINTS = 300;

  private TrainingLossFigure() {}

  /**
   * The mean loss of the latest steps against the step.
   *
   * @param states what a run told its listener; at least one
   */
  public static Figure of(List<TrainingProgress.State> states) {
    int every = 1 + (states.size() - 1) / MOST_POINTS;
    List<String> steps = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < states.size(); i += every) {
      steps.add(String.valueOf(states.get(i).done()));
      losses.add(states.get(i).loss());
    }
    FigureData data =
        FigureData.ofAxes("step of the optimizer", "loss, mean of the latest steps", steps)
            .with(PlotSeries.of("loss", losses));
    String caption =
        String.format(
            Locale.ROOT,
            "Training loss over %d steps, from %.2f to %.2f.",
            states.size(),
            losses.get(0),
            states.get(states.size() - 1).loss());
    FigureText text =
        FigureText.of(
            "The loss while the model is trained",
            "%,d steps of the optimizer, one run; no interval".formatted(states.size()),
            caption);
    ValueAxis loss = new ValueAxis(0, Double.POSITIVE_INFINITY, ValueAxis.Extent.FROM_ZERO);
    return Figure.of("training-loss", text, ChartPanel.curves(data, loss));
  }
}
