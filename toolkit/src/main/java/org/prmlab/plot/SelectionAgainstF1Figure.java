package org.prmlab.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
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
final class SelectionAgainstF1Figure {
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
    FigureText text =
        FigureText.of(
            "Do PRMs that choose well also find errors?",
            "%d PRMs; 95 %% intervals of both numbers".formatted(prms.size()),
            "Best-of-N accuracy against F1 of the first error.");
    return Figure.of("selection-against-f1", text, new RatedPanel(data, prms));
  }

  /** A point and a cross of intervals for each PRM. */
  private record RatedPanel(FigureData data, List<Rated> prms) implements Panel {
    @Override
    public String heading() {
      return "";
    }

    @Override
    public void paint(Graphics2D graphics, Dimension size) {
      draw(prms, looks(), size).paint(graphics, size.width, size.height);
    }

    private List<Look> looks() {
      return List.copyOf(Look.of(data.x(), Map.of()).values());
    }

    @Override
    public List<LegendEntry> legend() {
      return IntStream.range(0, prms.size())
          .mapToObj(i -> LegendEntry.point(prms.get(i).prm(), looks().get(i)))
          .toList();
    }
  }

  private static XYChart draw(List<Rated> prms, List<Look> looks, Dimension size) {
    XYChart chart =
        new XYChartBuilder()
            .width(size.width)
            .height(size.height)
            .xAxisTitle("first-error F1 (%)")
            .yAxisTitle("Best-of-N accuracy (%)")
            .build();
    HouseStyle.apply(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setXAxisDecimalPattern("0.#").setYAxisDecimalPattern("0.#");
    IntStream.range(0, prms.size()).forEach(i -> point(chart, prms.get(i), looks.get(i)));
    return chart;
  }

  private static void point(XYChart chart, Rated prm, Look look) {
    List<Double> f1 = ends(prm.f1());
    List<Double> accuracy = ends(prm.bestOfN());
    double x = 100 * prm.f1().value();
    double y = 100 * prm.bestOfN().value();
    if (prm.f1().isKnown()) {
      whisker(look, chart.addSeries(prm.prm() + ", interval of F1", f1, List.of(y, y)));
    }
    if (prm.bestOfN().isKnown()) {
      whisker(look, chart.addSeries(prm.prm() + ", interval of accuracy", List.of(x, x), accuracy));
    }
    XYSeries drawn = chart.addSeries(prm.prm(), List.of(x), List.of(y));
    drawn.setMarker(look.marker()).setMarkerColor(look.color()).setLineColor(look.color());
  }

  private static List<Double> ends(Estimate rate) {
    return List.of(ValueAxis.RATE.cut(100 * rate.low()), ValueAxis.RATE.cut(100 * rate.high()));
  }

  private static void whisker(Look look, XYSeries drawn) {
    drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    drawn.setMarker(SeriesMarkers.NONE);
    drawn.setLineColor(look.color()).setLineStyle(HouseStyle.intervalLine());
  }
}
