package org.prmlab.plot;

import java.awt.Dimension;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Grouped bars from 0, their values in them. */
final class BarChart {
  private BarChart() {}

  static CategoryChart of(ChartPanel panel, Dimension size) {
    FigureData data = panel.data();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(size.width)
            .height(size.height)
            .xAxisTitle(data.xTitle())
            .yAxisTitle(data.yTitle())
            .build();
    HouseStyle.applyToBars(chart.getStyler());
    double[] ends = panel.ends();
    chart.getStyler().setYAxisMin(ends[0]).setYAxisMax(ends[1]).setYAxisDecimalPattern("0.0");
    chart.setCustomYAxisTickLabelsFormatter(BarChart::shortest);
    panel
        .looks()
        .forEach(
            (name, look) ->
                chart.addSeries(name, data.x(), values(data, name)).setFillColor(look.color()));
    return chart;
  }

  private static List<Double> values(FigureData data, String name) {
    return data.series().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static String shortest(double y) {
    return String.format(Locale.ROOT, y == Math.rint(y) ? "%.0f" : "%.1f", y);
  }
}
