package org.prmlab.plot;

import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Grouped bars from 0, their values in them. */
final class BarChart {
  private BarChart() {}

  static CategoryChart of(FigureData data) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(HouseStyle.WIDTH)
            .height(HouseStyle.HEIGHT)
            .xAxisTitle(data.xTitle())
            .yAxisTitle(data.yTitle())
            .build();
    HouseStyle.applyToBars(chart.getStyler());
    chart.getStyler().setYAxisMin(0.0).setYAxisDecimalPattern("0.0");
    chart.getStyler().setLegendVisible(data.series().size() > 1);
    chart.getStyler().setXAxisLabelRotation(new PlaceLabels(data.x()).areLong() ? 45 : 0);
    chart.setCustomYAxisTickLabelsFormatter(BarChart::shortest);
    IntStream.range(0, data.series().size())
        .forEach(
            i ->
                chart
                    .addSeries(data.series().get(i).name(), data.x(), data.series().get(i).values())
                    .setFillColor(HouseStyle.barColor(i)));
    return chart;
  }

  private static String shortest(double y) {
    return String.format(Locale.ROOT, y == Math.rint(y) ? "%.0f" : "%.1f", y);
  }
}
