package org.prmlab.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;

/** Where solutions first go wrong. */
public final class FirstErrorFigure {
  /** Steps from this one on, counted from 1, share a bar. */
  private static final int LAST_BAR = 10;

  private FirstErrorFigure() {}

  /**
   * For each step the share of the wrong solutions that go wrong first there.
   *
   * @param datasets by name; solutions without an error do not count
   */
  public static Figure of(Map<String, StepDataset> datasets) {
    Map<String, double[]> shares = new LinkedHashMap<>();
    datasets.forEach((name, data) -> shares.put(name, shares(data)));
    int bars = shares.values().stream().mapToInt(FirstErrorFigure::lastUsed).max().orElse(0) + 1;
    List<String> steps = new ArrayList<>();
    IntStream.rangeClosed(1, bars).forEach(i -> steps.add(i < LAST_BAR ? "" + i : i + "+"));
    FigureData data =
        FigureData.ofAxes("step of the first error", "solutions with an error (%)", steps);
    for (var entry : shares.entrySet()) {
      data =
          data.with(
              PlotSeries.of(
                  entry.getKey(),
                  IntStream.range(0, bars).mapToObj(i -> entry.getValue()[i]).toList()));
    }
    String sizes =
        datasets.entrySet().stream()
            .map(e -> "%s: %,d".formatted(e.getKey(), e.getValue().withError().size()))
            .collect(Collectors.joining(", "));
    FigureText text =
        FigureText.of(
            "Where wrong solutions first go wrong",
            "solutions with an error, " + sizes + "; shares, no intervals",
            "Steps are counted from 1.");
    return Figure.of("first-error", text, ChartPanel.bars(data, ValueAxis.RATE));
  }

  private static double[] shares(StepDataset data) {
    int[] positions =
        data.withError().stream()
            .flatMap(s -> s.verdict().map(Verdict::earliestError).stream())
            .mapToInt(OptionalInt::getAsInt)
            .toArray();
    double[] shares = new double[LAST_BAR];
    for (int position : positions) {
      shares[Math.min(position, LAST_BAR - 1)] += 100.0 / positions.length;
    }
    return shares;
  }

  private static int lastUsed(double[] shares) {
    return IntStream.range(0, shares.length).filter(i -> shares[i] > 0).max().orElse(0);
  }
}
