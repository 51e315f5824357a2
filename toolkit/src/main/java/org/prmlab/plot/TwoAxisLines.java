package org.prmlab.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.YAxisPosition;

/**
 * Two quantities over one x axis, each on an axis of its own. Both axes span the same number of
 * units, so that the slopes can be compared.
 */
final class TwoAxisLines {
  private TwoAxisLines() {}

  /**
   * The chart of two series; the left axis is titled by the first, the right by the second.
   *
   * @throws IllegalArgumentException unless there are two
   */
  static XYChart of(FigureData data) {
    if (data.series().size() != 2) {
      throw new IllegalArgumentException("two series needed, found " + data.series().size());
    }
    XYChart chart =
        new XYChartBuilder()
            .width(HouseStyle.WIDTH)
            .height(HouseStyle.HEIGHT)
            .xAxisTitle(data.xTitle())
            .build();
    HouseStyle.apply(chart.getStyler());
    chart.getStyler().setYAxisGroupPosition(1, YAxisPosition.Right);
    chart.getStyler().setYAxisDecimalPattern("0");
    chart.getStyler().setErrorBarsColorSeriesColor(true);
    chart.setCustomXAxisTickLabelsFormatter(new PlaceLabels(data.x())::at);
    chart.getStyler().setXAxisMin(-0.2).setXAxisMax(data.x().size() - 0.8);
    chart.getStyler().setXAxisTickMarkSpacingHint(50);
    double half = data.series().stream().mapToDouble(TwoAxisLines::halfSpan).max().orElseThrow();
    IntStream.range(0, 2).forEach(i -> draw(chart, data.series().get(i), new Axis(i, half)));
    return chart;
  }

  private static void draw(XYChart chart, PlotSeries series, Axis axis) {
    int i = axis.group();
    List<Integer> x = IntStream.range(0, series.values().size()).boxed().toList();
    XYSeries line =
        series.hasIntervals()
            ? chart.addSeries(series.name(), x, series.values(), halfWidths(series))
            : chart.addSeries(series.name(), x, series.values());
    line.setYAxisGroup(i);
    line.setMarker(HouseStyle.marker(i)).setMarkerColor(HouseStyle.color(i));
    line.setLineColor(HouseStyle.color(i)).setLineStyle(HouseStyle.line(i));
    double middle = (min(series) + max(series)) / 2;
    chart.getStyler().setYAxisMin(i, Math.floor(middle - axis.half()));
    chart.getStyler().setYAxisMax(i, Math.floor(middle - axis.half()) + 2 * axis.half() + 1);
    chart.setYAxisGroupTitle(i, series.name());
  }

  private static double halfSpan(PlotSeries series) {
    return Math.ceil((max(series) - min(series)) / 2) + 1;
  }

  /** The chart library draws intervals that are as wide above as below. */
  private static List<Double> halfWidths(PlotSeries series) {
    return IntStream.range(0, series.values().size())
        .mapToDouble(i -> (series.high().get(i) - series.low().get(i)) / 2)
        .map(half -> Double.isNaN(half) ? 0 : half)
        .boxed()
        .toList();
  }

  private static double min(PlotSeries series) {
    return series.drawn().min().orElseThrow();
  }

  private static double max(PlotSeries series) {
    return series.drawn().max().orElseThrow();
  }

  private record Axis(int group, double half) {}
}
