package org.prmlab.plot;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Values of named things as points with their intervals: one line a name, read from the top; the
 * value axis lies below, so that long names need not be turned.
 *
 * <p>Points, unlike bars, may stand on an axis that does not begin at 0.
 */
final class PointChart {
  /** Distance of neighbouring series at one place, in places. */
  private static final double STEP = 0.2;

  private static final int TICK = 55; // points between labels of values

  private final FigureData data;
  private final ChartPanel panel;
  private final List<Look> looks;
  private final Dimension size;
  private final XYChart chart;

  private PointChart(ChartPanel panel, Dimension size) {
    this.data = panel.data();
    this.panel = panel;
    this.looks = List.copyOf(panel.looks().values());
    this.size = size;
    this.chart =
        new XYChartBuilder()
            .width(size.width)
            .height(size.height)
            .xAxisTitle(data.yTitle())
            .yAxisTitle(data.xTitle())
            .build();
  }

  static XYChart of(ChartPanel panel, Dimension size) {
    return new PointChart(panel, size).draw();
  }

  private XYChart draw() {
    style();
    IntStream.range(0, data.references().size()).forEach(this::reference);
    IntStream.range(0, data.series().size()).forEach(this::series);
    return chart;
  }

  private void style() {
    HouseStyle.apply(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setYAxisMin(-0.5).setYAxisMax(places() - 0.5);
    chart.getStyler().setYAxisTickMarkSpacingHint(size.height * 2 / 3 / places());
    if (panel.style().rows() == PanelStyle.RowNames.SHARED) {
      chart.getStyler().setYAxisTicksVisible(false);
    }
    List<String> upwards = new ArrayList<>(data.x());
    Collections.reverse(upwards);
    chart.setCustomYAxisTickLabelsFormatter(new PlaceLabels(upwards)::at);
    double[] ends = panel.ends();
    chart.getStyler().setXAxisMin(ends[0]).setXAxisMax(ends[1]);
    chart.getStyler().setXAxisDecimalPattern("0.##").setXAxisTickMarkSpacingHint(TICK);
  }

  private int places() {
    return data.x().size();
  }

  private void reference(int index) {
    FigureData.Reference line = data.references().get(index);
    List<Double> ends = List.of(-0.5, places() - 0.5);
    XYSeries drawn = line(line.name(), Collections.nCopies(2, line.value()), ends);
    drawn.setLineColor(Look.INK).setLineStyle(Look.reference(index));
  }

  private void series(int index) {
    PlotSeries series = data.series().get(index);
    List<Double> heights = heights(index);
    List<Integer> given =
        IntStream.range(0, places()).filter(i -> !series.values().get(i).isNaN()).boxed().toList();
    if (series.hasIntervals()) {
      given.stream()
          .filter(i -> !series.low().get(i).isNaN())
          .forEach(i -> interval(index, i, heights.get(i)));
    }
    XYSeries points =
        chart.addSeries(
            series.name(),
            given.stream().map(series.values()::get).toList(),
            given.stream().map(heights::get).toList());
    Look look = looks.get(index);
    points.setMarker(look.marker()).setMarkerColor(look.color()).setLineColor(look.color());
  }

  /** The first place is at the top, and there the first series. */
  private List<Double> heights(int series) {
    double shift = ((data.series().size() - 1) / 2.0 - series) * STEP;
    return IntStream.range(0, places()).mapToObj(i -> places() - 1 - i + shift).toList();
  }

  private void interval(int series, int place, double height) {
    PlotSeries numbers = data.series().get(series);
    String hidden = "interval %d of %s".formatted(place, numbers.name());
    ValueAxis axis = panel.style().axis();
    List<Double> ends =
        List.of(axis.cut(numbers.low().get(place)), axis.cut(numbers.high().get(place)));
    XYSeries drawn = line(hidden, ends, Collections.nCopies(2, height));
    drawn.setLineColor(looks.get(series).color()).setLineStyle(HouseStyle.intervalLine());
  }

  private XYSeries line(String name, List<Double> x, List<Double> y) {
    XYSeries drawn = chart.addSeries(name, x, y);
    drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    drawn.setMarker(SeriesMarkers.NONE);
    return drawn;
  }
}
