package org.prmlab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A panel that the chart library draws.
 *
 * @param kind what its series are drawn as
 * @param drawing makes the chart, anew for each picture
 */
record ChartPanel(FigureData data, PanelStyle style, Mark kind, Drawing drawing) implements Panel {
  /** Makes a chart of a panel's data at a size. */
  interface Drawing {
    Chart<?, ?> of(ChartPanel panel, Dimension size);
  }

  static ChartPanel lines(FigureData data, ValueAxis axis) {
    return new ChartPanel(data, PanelStyle.of(axis), Mark.LINES, BandChart::overPlaces);
  }

  /** Lines over numbers: the labels of the x axis are read as such. */
  static ChartPanel curves(FigureData data, ValueAxis axis) {
    return new ChartPanel(data, PanelStyle.of(axis), Mark.LINES, BandChart::overNumbers);
  }

  static ChartPanel points(FigureData data, ValueAxis axis) {
    return new ChartPanel(data, PanelStyle.of(axis), Mark.POINTS, PointChart::of);
  }

  static ChartPanel bars(FigureData data, ValueAxis axis) {
    return new ChartPanel(data, PanelStyle.of(axis.fromZero()), Mark.BARS, BarChart::of);
  }

  ChartPanel withStyle(PanelStyle other) {
    return new ChartPanel(data, other, kind, drawing);
  }

  ChartPanel withHeading(String words) {
    return withStyle(style.withHeading(words));
  }

  Chart<?, ?> chart(Dimension size) {
    return drawing.of(this, size);
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    chart(size).paint(graphics, size.width, size.height);
  }

  Map<String, Look> looks() {
    return Look.of(data.series().stream().map(PlotSeries::name).toList(), style.own());
  }

  /** All numbers on the axis of values. */
  DoubleStream drawn() {
    return DoubleStream.concat(
        data.series().stream().flatMapToDouble(PlotSeries::drawn),
        data.references().stream().mapToDouble(FigureData.Reference::value));
  }

  double[] ends() {
    return style.axis().ends(drawn());
  }

  @Override
  public String heading() {
    return style.heading();
  }

  @Override
  public double share() {
    return kind == Mark.POINTS && style.rows() == PanelStyle.RowNames.SHOWN ? 1.7 : 1;
  }

  @Override
  public int height() {
    int rows = data.x().size() * Math.max(2, data.series().size());
    return kind == Mark.POINTS
        ? Math.max(160, Math.min(HouseStyle.PANEL_HEIGHT, 70 + 20 * rows))
        : HouseStyle.PANEL_HEIGHT;
  }

  @Override
  public List<LegendEntry> legend() {
    List<LegendEntry> entries = new ArrayList<>();
    if (data.series().size() + data.references().size() > 1) {
      looks().forEach((name, look) -> entries.add(entry(name, look)));
    }
    for (int i = 0; i < data.references().size(); i++) {
      entries.add(LegendEntry.reference(data.references().get(i).name(), i));
    }
    return entries;
  }

  private LegendEntry entry(String name, Look look) {
    return switch (kind) {
      case LINES ->
          data.x().size() > BandChart.MOST_MARKERS
              ? new LegendEntry(name, look.color(), Optional.of(look.line()), Optional.empty())
              : LegendEntry.line(name, look);
      case POINTS -> LegendEntry.point(name, look);
      case BARS -> LegendEntry.block(name, look);
    };
  }

  @Override
  public Optional<String> note() {
    boolean cut =
        data.series().stream()
            .flatMap(s -> Stream.of(s.low(), s.high()))
            .flatMap(List::stream)
            .anyMatch(style.axis()::isBeyond);
    boolean apart = kind == Mark.LINES && BandChart.isCrowded(data);
    String words =
        (apart ? "Lines are set a little apart. " : "")
            + (cut ? "Intervals that go beyond the axis are cut at its end." : "");
    return Optional.of(words.strip()).filter(said -> !said.isEmpty());
  }

  /** The names of the places stay where they are: the label is that of the values. */
  @Override
  public ChartPanel withAxis(String label, double low, double high) {
    FigureData labeled =
        new FigureData(data.xTitle(), label, data.x(), data.series(), data.references());
    ValueAxis axis = new ValueAxis(low, high, ValueAxis.Extent.ALL);
    return new ChartPanel(labeled, style.withAxis(axis), kind, drawing);
  }

  @Override
  public ChartPanel withColours(Map<String, Color> colours) {
    return withStyle(style.withColours(colours));
  }
}
