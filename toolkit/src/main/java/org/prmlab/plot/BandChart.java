package org.prmlab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines over a numeric x axis, each in the band of its intervals; where bands would hide each
 * other, whiskers, and the lines a little apart. Lines, unlike bars, may stand on an axis that does
 * not begin at 0.
 */
final class BandChart {
  static final int MOST_MARKERS = 20;
  private static final int BAND_ALPHA = 45;
  private static final int WHISKER_ALPHA = 150;
  private static final int MOST_BANDS = 3;
  private static final int TICK = 80; // points between labels of numbers
  private static final double APART = 0.011; // of the x axis

  private final FigureData data;
  private final ChartPanel panel;
  private final List<Look> looks;
  private final boolean crowded;
  private final List<List<Double>> x; // of each series
  private final XYChart chart;

  private BandChart(ChartPanel panel, List<List<Double>> x, Dimension size) {
    this.data = panel.data();
    this.panel = panel;
    this.looks = List.copyOf(panel.looks().values());
    this.crowded = isCrowded(data);
    this.x = crowded ? apart(x) : x;
    this.chart =
        new XYChartBuilder()
            .width(size.width)
            .height(size.height)
            .xAxisTitle(data.xTitle())
            .yAxisTitle(data.yTitle())
            .build();
    HouseStyle.apply(chart.getStyler());
    double[] ends = panel.ends();
    chart.getStyler().setYAxisMin(ends[0]).setYAxisMax(ends[1]);
    chart.getStyler().setXAxisTickMarkSpacingHint(TICK);
  }

  /** Whether bands would hide each other. */
  static boolean isCrowded(FigureData data) {
    return data.x().size() <= MOST_MARKERS
        && data.series().stream().filter(PlotSeries::hasIntervals).count() > MOST_BANDS;
  }

  /** Lines over numbers: the labels of the x axis are read as such. */
  static XYChart overNumbers(ChartPanel panel, Dimension size) {
    List<Double> x = panel.data().x().stream().map(Double::valueOf).toList();
    BandChart bands = new BandChart(panel, same(panel.data(), x), size);
    if (x.size() > MOST_MARKERS) {
      bands.labelRoundNumbers();
    }
    return bands.draw();
  }

  /**
   * The chart library labels places of the data, however many, where all are equally far apart. An
   * invisible place between the first two makes it label round numbers instead.
   */
  private void labelRoundNumbers() {
    List<Double> given = x.get(0);
    double between = given.get(0) + 0.4 * (given.get(1) - given.get(0));
    double y = panel.ends()[0];
    XYSeries places =
        chart.addSeries(
            "places",
            List.of(given.get(0), between, given.get(given.size() - 1)),
            Collections.nCopies(3, y));
    places.setMarker(SeriesMarkers.NONE).setLineColor(new Color(0, 0, 0, 0));
  }

  /**
   * Lines over numbers of their own.
   *
   * @param x numbers of each series, as many as it has values
   */
  static ChartPanel.Drawing overOwnNumbers(List<List<Double>> x) {
    return (panel, size) -> new BandChart(panel, x, size).draw();
  }

  /** Lines over named places, equally far apart. */
  static XYChart overPlaces(ChartPanel panel, Dimension size) {
    PlaceLabels names = new PlaceLabels(panel.data().x());
    int places = names.names().size();
    BandChart bands =
        new BandChart(
            panel,
            same(panel.data(), IntStream.range(0, places).mapToObj(i -> (double) i).toList()),
            size);
    bands.chart.getStyler().setXAxisMin(-0.2).setXAxisMax(places - 0.8);
    bands.chart.getStyler().setXAxisTickMarkSpacingHint(size.width * 3 / 5 / places);
    bands.chart.setCustomXAxisTickLabelsFormatter(names::at);
    return bands.draw();
  }

  private static List<List<Double>> same(FigureData data, List<Double> x) {
    return Collections.nCopies(Math.max(1, data.series().size()), x);
  }

  private XYChart draw() {
    IntStream.range(0, data.series().size()).forEach(this::intervals);
    IntStream.range(0, data.series().size()).forEach(this::line);
    IntStream.range(0, data.references().size()).forEach(this::reference);
    return chart;
  }

  private static List<List<Double>> apart(List<List<Double>> x) {
    var all = x.stream().flatMap(List::stream).mapToDouble(v -> v).summaryStatistics();
    double width = all.getMax() - all.getMin();
    return IntStream.range(0, x.size())
        .mapToObj(i -> x.get(i).stream().map(v -> v + (i - (x.size() - 1) / 2.0) * APART * width))
        .map(Stream::toList)
        .toList();
  }

  /** A band where every place has an interval and bands do not hide each other. */
  private void intervals(int i) {
    if (crowded || !data.series().get(i).hasAllIntervals()) {
      whiskers(i);
    } else {
      band(i);
    }
  }

  private void whiskers(int i) {
    PlotSeries series = data.series().get(i);
    if (!series.hasIntervals()) {
      return;
    }
    List<Double> places = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (int k = 0; k < series.values().size(); k++) {
      places.addAll(Collections.nCopies(3, x.get(i).get(k)));
      ends.addAll(List.of(cut(series.low().get(k)), cut(series.high().get(k)), Double.NaN)); // gap
    }
    XYSeries whiskers = chart.addSeries("intervals of " + series.name(), places, ends);
    whiskers.setLineColor(looks.get(i).pale(WHISKER_ALPHA)).setLineStyle(HouseStyle.intervalLine());
    whiskers.setMarker(SeriesMarkers.NONE);
    whiskers.setShowInLegend(false);
  }

  private double cut(double end) {
    return panel.style().axis().cut(end);
  }

  private void band(int i) {
    PlotSeries series = data.series().get(i);
    List<Double> around = new ArrayList<>(x.get(i));
    List<Double> edge = new ArrayList<>(series.high().stream().map(this::cut).toList());
    List<Double> back = new ArrayList<>(x.get(i));
    List<Double> low = new ArrayList<>(series.low().stream().map(this::cut).toList());
    Collections.reverse(back);
    Collections.reverse(low);
    around.addAll(back);
    edge.addAll(low);
    XYSeries band = chart.addSeries("band of " + series.name(), around, edge);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(looks.get(i).pale(BAND_ALPHA));
    band.setLineColor(new Color(0, 0, 0, 0));
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  private void line(int i) {
    PlotSeries series = data.series().get(i);
    XYSeries line = chart.addSeries(series.name(), x.get(i), series.values());
    Look look = looks.get(i);
    line.setMarker(x.get(i).size() > MOST_MARKERS ? SeriesMarkers.NONE : look.marker());
    line.setMarkerColor(look.color());
    line.setLineColor(look.color()).setLineStyle(look.line());
  }

  private void reference(int i) {
    FigureData.Reference reference = data.references().get(i);
    List<Double> first = x.get(0);
    List<Double> ends = List.of(first.get(0), first.get(first.size() - 1));
    XYSeries line =
        chart.addSeries(reference.name(), ends, Collections.nCopies(2, reference.value()));
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(Look.INK).setLineStyle(Look.reference(i));
  }
}
