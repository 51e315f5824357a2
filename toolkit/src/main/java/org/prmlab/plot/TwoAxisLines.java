package org.prmlab.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.YAxisPosition;

/**
 * Two quantities over one x axis, each on an axis of its own. Both axes span the same number of
 * units, so that the slopes can be compared, and share their grid: their lower ends differ by whole
 * tens, which every distance of ticks up to ten divides.
 */
final class TwoAxisLines {
  private static final int TEN = 10;

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
    long[] ends = lowerEnds(data.series(), half);
    double span =
        IntStream.range(0, 2)
            .mapToDouble(i -> above(data.series().get(i), half) - ends[i])
            .max()
            .orElseThrow();
    IntStream.range(0, 2)
        .forEach(i -> draw(chart, data.series().get(i), new Axis(i, ends[i], ends[i] + span)));
    return chart;
  }

  /** Where the axes begin: one is moved down by at most 5, so that they differ by whole tens. */
  static long[] lowerEnds(List<PlotSeries> series, double half) {
    long first = (long) Math.floor(middle(series.get(0)) - half);
    long second = (long) Math.floor(middle(series.get(1)) - half);
    long over = Math.floorMod(second - first, TEN);
    return over <= TEN / 2
        ? new long[] {first, second - over}
        : new long[] {first - (TEN - over), second};
  }

  /** Where an axis of this series ends if it is not moved. */
  private static double above(PlotSeries series, double half) {
    return Math.floor(middle(series) - half) + 2 * half + 1;
  }

  private static double middle(PlotSeries series) {
    return (min(series) + max(series)) / 2;
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
    chart.getStyler().setYAxisMin(i, (double) axis.low());
    chart.getStyler().setYAxisMax(i, axis.high());
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

  private record Axis(int group, long low, double high) {}
}
