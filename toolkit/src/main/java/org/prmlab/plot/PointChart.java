package org.prmlab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
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

  private final FigureData data;
  private final XYChart chart;

  private PointChart(FigureData data) {
    this.data = data;
    this.chart =
        new XYChartBuilder()
            .width(HouseStyle.WIDTH)
            .height(HouseStyle.HEIGHT)
            .xAxisTitle(data.yTitle())
            .yAxisTitle(data.xTitle())
            .build();
  }

  static XYChart of(FigureData data) {
    return new PointChart(data).draw();
  }

  private XYChart draw() {
    style();
    if (!data.references().isEmpty()) {
      widen();
    }
    IntStream.range(0, data.references().size()).forEach(this::reference);
    IntStream.range(0, data.series().size()).forEach(this::series);
    return chart;
  }

  private void style() {
    HouseStyle.apply(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setYAxisMin(-0.5).setYAxisMax(top());
    chart.getStyler().setYAxisTickMarkSpacingHint(HouseStyle.HEIGHT * 2 / 3 / places());
    List<String> upwards = new ArrayList<>(data.x());
    Collections.reverse(upwards);
    chart.setCustomYAxisTickLabelsFormatter(new PlaceLabels(upwards)::at);
    chart.getStyler().setXAxisDecimalPattern("0.#");
  }

  private int places() {
    return data.x().size();
  }

  /** Room for the names of the reference lines, which stand centred on them. */
  private void widen() {
    double[] all =
        DoubleStream.concat(
                data.series().stream().flatMapToDouble(PlotSeries::drawn),
                data.references().stream().mapToDouble(FigureData.Reference::value))
            .toArray();
    double least = Arrays.stream(all).min().orElseThrow();
    double most = Arrays.stream(all).max().orElseThrow();
    double margin = (most - least) / 10;
    chart.getStyler().setXAxisMin(least - margin).setXAxisMax(most + margin);
  }

  /** Room for the names of the reference lines above the first place. */
  private double top() {
    return data.references().isEmpty() ? places() - 0.5 : places() + 0.1;
  }

  private void reference(int index) {
    FigureData.Reference line = data.references().get(index);
    List<Double> ends = List.of(-0.5, places() - 0.5);
    XYSeries drawn = line(line.name(), Collections.nCopies(2, line.value()), ends);
    drawn.setShowInLegend(false);
    chart.addAnnotation(new AnnotationText(line.name(), line.value(), places() - 0.2, false));
    drawn.setLineColor(HouseStyle.INK).setLineStyle(HouseStyle.referenceLine(index));
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
    points.setMarker(HouseStyle.marker(index)).setMarkerColor(HouseStyle.color(index));
    points.setLineColor(HouseStyle.color(index));
  }

  /** The first place is at the top, and there the first series. */
  private List<Double> heights(int series) {
    double shift = ((data.series().size() - 1) / 2.0 - series) * STEP;
    return IntStream.range(0, places()).mapToObj(i -> places() - 1 - i + shift).toList();
  }

  private void interval(int series, int place, double height) {
    PlotSeries numbers = data.series().get(series);
    String hidden = "interval %d of %s".formatted(place, numbers.name());
    List<Double> ends = List.of(numbers.low().get(place), numbers.high().get(place));
    XYSeries drawn = line(hidden, ends, Collections.nCopies(2, height));
    drawn.setLineColor(HouseStyle.color(series)).setLineStyle(HouseStyle.intervalLine());
    drawn.setShowInLegend(false);
  }

  private XYSeries line(String name, List<Double> x, List<Double> y) {
    XYSeries drawn = chart.addSeries(name, x, y);
    drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    drawn.setMarker(SeriesMarkers.NONE);
    return drawn;
  }
}
