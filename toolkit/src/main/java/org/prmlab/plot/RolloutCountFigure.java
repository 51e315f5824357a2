package org.prmlab.plot;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.prmlab.evaluation.SuccessCounts;

/** How many rollouts succeed from right steps, and from the first wrong one. */
public final class RolloutCountFigure {
  private RolloutCountFigure() {}

  /** Bars over the count of rollouts that reach the answer. */
  public static Figure of(SuccessCounts counts) {
    int most = counts.rollouts();
    FigureData data =
        FigureData.ofAxes(
                "rollouts of %d that reach the answer".formatted(most),
                "steps of this kind (%)",
                IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList())
            .with(series("right steps", most, counts::rightShare))
            .with(series("first wrong steps", most, counts::wrongShare));
    FigureText text =
        FigureText.of(
            "How many rollouts reach the answer, from right steps and from wrong ones",
            "%,d right steps, %,d first wrong steps; shares of each kind, no intervals"
                .formatted(
                    SuccessCounts.steps(counts.right()), SuccessCounts.steps(counts.wrong())),
            "Where both kinds have bars, a count of rollouts does not tell them apart.");
    return Figure.of("rollout-counts", text, ChartPanel.bars(data, ValueAxis.RATE));
  }

  private static PlotSeries series(String name, int most, IntToDoubleFunction share) {
    return PlotSeries.of(
        name, IntStream.rangeClosed(0, most).mapToObj(i -> 100 * share.applyAsDouble(i)).toList());
  }
}
