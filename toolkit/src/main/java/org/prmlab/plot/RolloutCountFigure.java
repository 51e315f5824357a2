package org.prmlab.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.prmlab.data.Binarization;
import org.prmlab.data.StepLabel;
import org.prmlab.evaluation.LabelPair;

/** How many rollouts succeed from right steps, and from the first wrong one. */
public final class RolloutCountFigure {
  private RolloutCountFigure() {}

  /**
   * Bars over the count of rollouts that reach the answer.
   *
   * @param pairs rollout counts first, what is true second; steps of which the second says nothing
   *     do not count
   */
  public static Figure of(List<LabelPair> pairs) {
    int most =
        pairs.stream()
            .flatMap(p -> p.first().values().stream())
            .mapToInt(l -> l instanceof StepLabel.MonteCarlo counts ? counts.total() : 0)
            .max()
            .orElse(0);
    FigureData data =
        FigureData.ofAxes(
                "rollouts of %d that reach the answer".formatted(most),
                "steps of this kind (%)",
                IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList())
            .with(series("right steps", pairs, StepLabel.Hard.CORRECT, most))
            .with(series("first wrong steps", pairs, StepLabel.Hard.INCORRECT, most));
    FigureText text =
        FigureText.of(
            "How many rollouts reach the answer, from right steps and from wrong ones",
            "%,d right steps, %,d first wrong steps; shares of each kind, no intervals"
                .formatted(
                    steps(pairs, StepLabel.Hard.CORRECT, most),
                    steps(pairs, StepLabel.Hard.INCORRECT, most)),
            "Where both kinds have bars, a count of rollouts does not tell them apart.");
    return Figure.of("rollout-counts", text, ChartPanel.bars(data, ValueAxis.RATE));
  }

  private static PlotSeries series(
      String name, List<LabelPair> pairs, StepLabel.Hard kind, int most) {
    long[] counts = counts(pairs, kind, most);
    double all = Math.max(1, LongStream.of(counts).sum());
    return PlotSeries.of(
        name, IntStream.range(0, most + 1).mapToObj(i -> 100 * counts[i] / all).toList());
  }

  private static long steps(List<LabelPair> pairs, StepLabel.Hard kind, int most) {
    return LongStream.of(counts(pairs, kind, most)).sum();
  }

  /** How many steps of a kind have so many rollouts that reach the answer. */
  private static long[] counts(List<LabelPair> pairs, StepLabel.Hard kind, int most) {
    long[] counts = new long[most + 1];
    for (LabelPair pair : pairs) {
      for (int i = 0; i < pair.first().values().size(); i++) {
        boolean isOfKind =
            pair.second()
                .values()
                .get(i)
                .hard(Binarization.withDefaults())
                .equals(Optional.of(kind));
        if (isOfKind && pair.first().values().get(i) instanceof StepLabel.MonteCarlo label) {
          counts[label.correct()]++;
        }
      }
    }
    return counts;
  }
}
