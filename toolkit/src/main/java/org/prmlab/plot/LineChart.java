package org.prmlab.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Series over named places on the x axis, as lines with markers; from 0 upwards. */
final class LineChart {
  private LineChart() {}

  static XYChart of(FigureData data) {
    XYChart chart =
        new XYChartBuilder()
            .width(HouseStyle.WIDTH)
            .height(HouseStyle.HEIGHT)
            .xAxisTitle(data.xTitle())
            .yAxisTitle(data.yTitle())
            .build();
    HouseStyle.apply(chart.getStyler());
    int places = data.x().size();
    chart.getStyler().setXAxisMin(-0.2).setXAxisMax(places - 0.8).setYAxisMin(0.0);
    chart.getStyler().setXAxisTickMarkSpacingHint(HouseStyle.WIDTH * 3 / 5 / places);
    chart.setCustomXAxisTickLabelsFormatter(new PlaceLabels(data.x())::at);
    IntStream.range(0, data.series().size()).forEach(i -> draw(chart, data, i));
    IntStream.range(0, data.references().size()).forEach(i -> reference(chart, data, i));
    return chart;
  }

  private static void draw(XYChart chart, FigureData data, int i) {
    PlotSeries series = data.series().get(i);
    List<Integer> x = IntStream.range(0, series.values().size()).boxed().toList();
    XYSeries line = chart.addSeries(series.name(), x, series.values());
    line.setMarker(HouseStyle.marker(i)).setMarkerColor(HouseStyle.color(i));
    line.setLineColor(HouseStyle.color(i)).setLineStyle(HouseStyle.line(i));
  }

  private static void reference(XYChart chart, FigureData data, int i) {
    FigureData.Reference reference = data.references().get(i);
    double[] ends = {-0.2, data.x().size() - 0.8};
    double[] level = {reference.value(), reference.value()};
    XYSeries line = chart.addSeries(reference.name(), ends, level);
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(HouseStyle.INK).setLineStyle(HouseStyle.referenceLine(i));
  }
}
