package org.prmlab.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Differences beside the levels they belong to, row by row: two levels whose intervals overlap may
 * still differ clearly where they are compared in pairs.
 */
final class DifferencePanel {
  private static final String POINTS = "points";

  private DifferencePanel() {}

  /** The panel of these differences; its rows are those of the panel to its left. */
  static ChartPanel of(FigureData differences, String heading) {
    ChartPanel panel =
        ChartPanel.points(differences.withReference("no difference", 0), ValueAxis.FREE);
    return panel.withStyle(panel.style().sharing().withHeading(heading));
  }

  /** Axes for differences at the places of these levels. */
  static FigureData axes(FigureData levels) {
    return FigureData.ofAxes("", POINTS, levels.x());
  }

  /** Every place minus one of them, measure by measure, without intervals. */
  static FigureData fromPlace(FigureData levels, int reference) {
    FigureData data = axes(levels);
    for (PlotSeries level : levels.series()) {
      double base = level.values().get(reference);
      List<Double> values =
          IntStream.range(0, level.values().size())
              .mapToObj(i -> i == reference ? Double.NaN : level.values().get(i) - base)
              .toList();
      data = data.with(PlotSeries.of(level.name(), values));
    }
    return data;
  }

  /** The second series minus the first at every place, without intervals. */
  static FigureData ofSeries(FigureData levels, String name) {
    List<Double> first = levels.series().get(0).values();
    List<Double> second = levels.series().get(1).values();
    return axes(levels)
        .with(
            PlotSeries.of(
                name,
                IntStream.range(0, first.size())
                    .mapToObj(i -> second.get(i) - first.get(i))
                    .toList()));
  }
}
