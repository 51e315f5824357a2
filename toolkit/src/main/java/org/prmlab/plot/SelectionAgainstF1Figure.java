package org.prmlab.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.prmlab.stats.Estimate;

/**
 * Whether PRMs that choose well also find errors (the paper, section 3.2 and Figure 1): Best-of-N
 * accuracy against ProcessBench F1, a point each, with both intervals.
 */
public final class SelectionAgainstF1Figure {
  private SelectionAgainstF1Figure() {}

  /**
   * One PRM.
   *
   * @param bestOfN accuracy, in [0, 1]
   * @param f1 in [0, 1]
   */
  public record Rated(String prm, Estimate bestOfN, Estimate f1) {}

  /** The points, a colour and a marker each. */
  public static Figure of(List<Rated> prms) {
    FigureData data =
        FigureData.ofAxes("", "%", prms.stream().map(Rated::prm).toList())
            .with(
                PlotSeries.ofRates(
                    "Best-of-N accuracy", prms.stream().map(Rated::bestOfN).toList()))
            .with(PlotSeries.ofRates("F1", prms.stream().map(Rated::f1).toList()));
    String caption =
        "Best-of-N accuracy against first-error F1 of %d PRMs, with both intervals."
            .formatted(prms.size());
    return new Figure("selection-against-f1", caption, draw(prms), data);
  }

  private static XYChart draw(List<Rated> prms) {
    XYChart chart =
        new XYChartBuilder()
            .width(HouseStyle.WIDTH)
            .height(HouseStyle.HEIGHT)
            .xAxisTitle("first-error F1 (%)")
            .yAxisTitle("Best-of-N accuracy (%)")
            .build();
    HouseStyle.apply(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setXAxisDecimalPattern("0.#").setYAxisDecimalPattern("0.#");
    IntStream.range(0, prms.size()).forEach(i -> point(chart, prms.get(i), i));
    return chart;
  }

  private static void point(XYChart chart, Rated prm, int i) {
    List<Double> f1 = ends(prm.f1());
    List<Double> accuracy = ends(prm.bestOfN());
    double x = 100 * prm.f1().value();
    double y = 100 * prm.bestOfN().value();
    if (prm.f1().isKnown()) {
      whisker(i, chart.addSeries(prm.prm() + ", interval of F1", f1, List.of(y, y)));
    }
    if (prm.bestOfN().isKnown()) {
      whisker(i, chart.addSeries(prm.prm() + ", interval of accuracy", List.of(x, x), accuracy));
    }
    XYSeries drawn = chart.addSeries(prm.prm(), List.of(x), List.of(y));
    drawn.setMarker(HouseStyle.marker(i)).setMarkerColor(HouseStyle.color(i));
    drawn.setLineColor(HouseStyle.color(i));
  }

  private static List<Double> ends(Estimate rate) {
    return List.of(100 * rate.low(), 100 * rate.high());
  }

  private static void whisker(int i, XYSeries drawn) {
    drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    drawn.setMarker(SeriesMarkers.NONE);
    drawn.setShowInLegend(false);
    drawn.setLineColor(HouseStyle.color(i)).setLineStyle(HouseStyle.intervalLine());
  }
}
