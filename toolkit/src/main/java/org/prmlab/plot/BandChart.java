package org.prmlab.plot;

import java.awt.Color;
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
 * Lines over a numeric x axis, each in the band of its intervals. Lines, unlike bars, may stand on
 * an axis that does not begin at 0.
 */
final class BandChart {
  private static final int MOST_MARKERS = 20;
  private static final int BAND_ALPHA = 45;

  private final FigureData data;
  private final List<List<Double>> x; // of each series
  private final XYChart chart;

  private BandChart(FigureData data, List<List<Double>> x) {
    this.data = data;
    this.x = x;
    this.chart =
        new XYChartBuilder()
            .width(HouseStyle.WIDTH)
            .height(HouseStyle.HEIGHT)
            .xAxisTitle(data.xTitle())
            .yAxisTitle(data.yTitle())
            .build();
    HouseStyle.apply(chart.getStyler());
  }

  /** Lines over numbers: the labels of the x axis are read as such. */
  static XYChart overNumbers(FigureData data) {
    return overOwnNumbers(data, same(data, data.x().stream().map(Double::valueOf).toList()));
  }

  /**
   * Lines over numbers of their own.
   *
   * @param x numbers of each series, as many as it has values
   */
  static XYChart overOwnNumbers(FigureData data, List<List<Double>> x) {
    return new BandChart(data, x).draw();
  }

  /** Lines over named places, equally far apart. */
  static XYChart overPlaces(FigureData data) {
    int places = data.x().size();
    BandChart bands =
        new BandChart(
            data, same(data, IntStream.range(0, places).mapToObj(i -> (double) i).toList()));
    bands.chart.getStyler().setXAxisMin(-0.2).setXAxisMax(places - 0.8);
    bands.chart.getStyler().setXAxisTickMarkSpacingHint(HouseStyle.WIDTH * 3 / 5 / places);
    bands.chart.setCustomXAxisTickLabelsFormatter(new PlaceLabels(data.x())::at);
    return bands.draw();
  }

  private static List<List<Double>> same(FigureData data, List<Double> x) {
    return Collections.nCopies(Math.max(1, data.series().size()), x);
  }

  private XYChart draw() {
    IntStream.range(0, data.series().size()).forEach(this::band);
    IntStream.range(0, data.series().size()).forEach(this::line);
    IntStream.range(0, data.references().size()).forEach(this::reference);
    return chart;
  }

  private void band(int i) {
    PlotSeries series = data.series().get(i);
    if (!series.hasIntervals()) {
      return;
    }
    List<Double> around = new ArrayList<>(x.get(i));
    List<Double> edge = new ArrayList<>(series.high());
    List<Double> back = new ArrayList<>(x.get(i));
    List<Double> low = new ArrayList<>(series.low());
    Collections.reverse(back);
    Collections.reverse(low);
    around.addAll(back);
    edge.addAll(low);
    XYSeries band = chart.addSeries("band of " + series.name(), around, edge);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    Color color = HouseStyle.color(i);
    Color pale = new Color(color.getRed(), color.getGreen(), color.getBlue(), BAND_ALPHA);
    band.setFillColor(pale);
    band.setLineColor(new Color(0, 0, 0, 0));
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  private void line(int i) {
    PlotSeries series = data.series().get(i);
    XYSeries line = chart.addSeries(series.name(), x.get(i), series.values());
    line.setMarker(x.get(i).size() > MOST_MARKERS ? SeriesMarkers.NONE : HouseStyle.marker(i));
    line.setMarkerColor(HouseStyle.color(i));
    line.setLineColor(HouseStyle.color(i)).setLineStyle(HouseStyle.line(i));
  }

  private void reference(int i) {
    FigureData.Reference reference = data.references().get(i);
    List<Double> first = x.get(0);
    List<Double> ends = List.of(first.get(0), first.get(first.size() - 1));
    XYSeries line =
        chart.addSeries(reference.name(), ends, Collections.nCopies(2, reference.value()));
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(HouseStyle.INK).setLineStyle(HouseStyle.referenceLine(i));
  }
}
