package org.prmlab.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.prmlab.evaluation.Confusion;

/** What two sources say of the same items, as a heat map. */
public final class ConfusionFigure {
  private static final Color[] SHADES = {Color.WHITE, new Color(0x56B4E9)};

  private ConfusionFigure() {}

  /**
   * Rows: what the first says, from the top; columns: what the second says; cells: how often.
   *
   * @param first name of the first source
   * @param second name of the second source
   */
  public static Figure of(Confusion confusion, String first, String second) {
    FigureData data = FigureData.ofAxes(second, first, confusion.categories());
    for (int i = 0; i < confusion.categories().size(); i++) {
      data =
          data.with(
              PlotSeries.of(
                  confusion.categories().get(i),
                  confusion.counts().get(i).stream().map(Long::doubleValue).toList()));
    }
    String caption =
        "What %s (rows) and %s (columns) say of the same %d items; they agree on the diagonal."
            .formatted(first, second, confusion.total());
    return new Figure("confusion", caption, draw(data, confusion), data);
  }

  private static HeatMapChart draw(FigureData data, Confusion confusion) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(HouseStyle.WIDTH)
            .height(HouseStyle.HEIGHT)
            .xAxisTitle(data.xTitle())
            .yAxisTitle(data.yTitle())
            .build();
    HouseStyle.apply(chart.getStyler());
    chart.getStyler().setRangeColors(SHADES);
    chart.getStyler().setShowValue(true);
    chart.getStyler().setValueFontColor(HouseStyle.INK);
    chart.getStyler().setHeatMapValueDecimalPattern("0");
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setPlotGridLinesVisible(false);
    List<String> upwards = new ArrayList<>(confusion.categories());
    Collections.reverse(upwards);
    chart.addSeries("items", confusion.categories(), upwards, cells(confusion));
    return chart;
  }

  /** Column, row from the bottom, count. */
  private static List<Number[]> cells(Confusion confusion) {
    int size = confusion.categories().size();
    List<Number[]> cells = new ArrayList<>();
    for (int column = 0; column < size; column++) {
      for (int row = size - 1; row >= 0; row--) {
        cells.add(new Number[] {column, size - 1 - row, confusion.count(row, column)});
      }
    }
    return cells;
  }
}
