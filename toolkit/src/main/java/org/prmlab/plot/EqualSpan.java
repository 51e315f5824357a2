package org.prmlab.plot;

import java.util.List;

/**
 * Two rates over the same places, a panel each: both axes span the same number of points, so that
 * slopes can be compared, and neither goes beyond 0 or 100 %.
 */
final class EqualSpan {
  private static final double WHOLE = 100;

  private EqualSpan() {}

  /** A panel for each series. */
  static Panel[] panels(FigureData data) {
    List<ChartPanel> panels =
        data.series().stream()
            .map(s -> FigureData.ofAxes(data.xTitle(), "%", data.x()).with(s))
            .map(one -> ChartPanel.lines(one, ValueAxis.RATE))
            .toList();
    double span = panels.stream().mapToDouble(p -> p.ends()[1] - p.ends()[0]).max().orElse(WHOLE);
    return panels.stream().map(p -> widened(p, span)).toArray(Panel[]::new);
  }

  private static ChartPanel widened(ChartPanel panel, double span) {
    double[] ends = panel.ends();
    double low = Math.max(0, Math.min(WHOLE - span, (ends[0] + ends[1] - span) / 2));
    ValueAxis axis = new ValueAxis(low, Math.min(WHOLE, low + span), ValueAxis.Extent.ALL);
    String name = panel.data().series().get(0).name();
    return panel.withStyle(panel.style().withAxis(axis).withHeading(name));
  }
}
