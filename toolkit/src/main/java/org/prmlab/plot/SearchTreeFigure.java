package org.prmlab.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.prmlab.search.SearchNode;
import org.prmlab.search.SearchNode.Fate;
import org.prmlab.search.SearchResult;

/** The tree that a search made of one problem, a column a step, with the scores of the steps. */
public final class SearchTreeFigure {
  private static final Color PALE = new Color(0x999999);
  private static final Color EDGE = new Color(0xCCCCCC);
  private static final int ROW = 44; // points of height for each candidate of the widest column

  private final List<SearchNode> nodes;
  private final Map<String, double[]> points = new HashMap<>(); // place -> column, height
  private final XYChart chart;
  private final int rows;

  private SearchTreeFigure(SearchResult result) {
    this.nodes = result.nodes();
    Map<Integer, List<SearchNode>> columns = new HashMap<>();
    nodes.forEach(n -> columns.computeIfAbsent(depth(n), d -> new ArrayList<>()).add(n));
    this.rows = columns.values().stream().mapToInt(List::size).max().orElse(1);
    columns.forEach(this::place);
    this.chart =
        new XYChartBuilder()
            .width(Math.max(HouseStyle.WIDTH, 110 * columns.size() + 80))
            .height(Math.max(HouseStyle.HEIGHT / 2, ROW * rows + 100))
            .xAxisTitle("step")
            .yAxisTitle("")
            .build();
    style(columns.size());
  }

  /**
   * One point a different candidate, its text and the PRM's score of this step (not of the path)
   * over it: filled where the search went on from it, a cross where others were better.
   *
   * @param result of any shape of search; at least one candidate
   */
  public static Figure of(SearchResult result) {
    if (result.nodes().isEmpty()) {
      throw new IllegalArgumentException(
          "the search of problem '%s' has no candidates to draw".formatted(result.problem().id()));
    }
    var tree = new SearchTreeFigure(result);
    tree.draw();
    long kept = result.nodes().stream().filter(n -> n.fate() == Fate.KEPT).count();
    String caption =
        "Search tree of problem %s: of %d different candidates %d were kept, over %d steps."
            .formatted(
                result.problem().id(),
                result.nodes().size(),
                kept,
                result.nodes().stream().mapToInt(SearchTreeFigure::depth).max().orElseThrow());
    return new Figure("search-tree", caption, tree.chart, data(result.nodes()));
  }

  private static FigureData data(List<SearchNode> nodes) {
    List<String> x = nodes.stream().map(n -> n.place() + " " + n.step()).toList();
    return FigureData.ofAxes("candidate", "", x)
        .with(series("score of the step", nodes, SearchNode::stepScore))
        .with(series("kept", nodes, n -> n.fate() == Fate.KEPT ? 1 : 0));
  }

  private static PlotSeries series(
      String name, List<SearchNode> nodes, ToDoubleFunction<SearchNode> value) {
    return PlotSeries.of(name, nodes.stream().map(value::applyAsDouble).toList());
  }

  /** Steps are counted from 1; a place begins with its tree. */
  private static int depth(SearchNode node) {
    return (int) node.place().chars().filter(c -> c == '.').count();
  }

  private static String parent(SearchNode node) {
    return node.place().substring(0, node.place().lastIndexOf('.'));
  }

  /** A column is centred; its first candidate is at the top. */
  private void place(int depth, List<SearchNode> column) {
    for (int i = 0; i < column.size(); i++) {
      double height = (rows + column.size()) / 2.0 - i;
      points.put(column.get(i).place(), new double[] {depth, height});
    }
  }

  private void style(int steps) {
    HouseStyle.apply(chart.getStyler());
    chart.getStyler().setLegendVisible(true);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setYAxisTicksVisible(false);
    chart.getStyler().setYAxisMin(0.3).setYAxisMax(rows + 0.8);
    chart.getStyler().setXAxisMin(0.5).setXAxisMax(steps + 0.5);
    chart.getStyler().setXAxisTickMarkSpacingHint(60).setXAxisDecimalPattern("0");
    chart.getStyler().setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
  }

  private void draw() {
    for (SearchNode node : nodes) {
      double[] from = points.get(parent(node));
      if (from != null) {
        edge(node, from);
      }
    }
    mark("kept", Fate.KEPT, HouseStyle.color(0), SeriesMarkers.CIRCLE);
    mark("dropped", Fate.DROPPED, PALE, SeriesMarkers.CROSS);
    for (SearchNode node : nodes) {
      double[] at = points.getOrDefault(node.place(), new double[2]);
      String text = String.format(Locale.ROOT, "%s   %.2f", node.step(), node.stepScore());
      chart.addAnnotation(new AnnotationText(text, at[0], at[1] + 0.32, false));
    }
  }

  /** From parent to child, changing its height only between the texts of two columns. */
  private void edge(SearchNode node, double[] from) {
    double[] to = points.getOrDefault(node.place(), from);
    double[] x = {from[0], from[0] + 0.44, to[0] - 0.44, to[0]};
    double[] y = {from[1], from[1], to[1], to[1]};
    XYSeries line = chart.addSeries("to " + node.place(), x, y);
    line.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
    boolean kept = node.fate() == Fate.KEPT;
    line.setLineColor(kept ? HouseStyle.color(0) : EDGE);
    line.setLineStyle(kept ? HouseStyle.line(0) : HouseStyle.intervalLine());
  }

  private void mark(String name, Fate fate, Color color, Marker marker) {
    List<double[]> at =
        nodes.stream()
            .filter(n -> n.fate() == fate)
            .map(n -> points.getOrDefault(n.place(), new double[2]))
            .toList();
    if (at.isEmpty()) {
      return;
    }
    XYSeries drawn =
        chart.addSeries(
            name, at.stream().map(p -> p[0]).toList(), at.stream().map(p -> p[1]).toList());
    drawn.setMarker(marker).setMarkerColor(color).setLineColor(color);
    drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
  }
}
