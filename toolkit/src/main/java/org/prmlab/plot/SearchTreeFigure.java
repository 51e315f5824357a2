package org.prmlab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.prmlab.search.SearchNode;
import org.prmlab.search.SearchNode.Fate;
import org.prmlab.search.SearchResult;

/** The tree that a search made of one problem, a column a step, with the scores of the steps. */
public final class SearchTreeFigure {
  private static final Color EDGE = new Color(0xCCCCCC);
  private static final int ROW = 44; // points of height for each candidate of the widest column
  private static final int COLUMN = 128;
  private static final int WIDEST = 4000;
  private static final double OVER = 0.32; // of a row, from a point to its text
  private static final Look KEPT = new Look(Look.BLUE, 0);
  private static final Look DROPPED = new Look(Look.GREY, 5);

  private final List<SearchNode> nodes;
  private final Map<String, double[]> points = new HashMap<>(); // place -> column, height
  private final XYChart chart;
  private final int rows;

  private SearchTreeFigure(List<SearchNode> nodes, Dimension size) {
    this.nodes = nodes;
    this.rows = rows(nodes);
    columns(nodes).forEach(this::place);
    this.chart =
        new XYChartBuilder()
            .width(size.width)
            .height(size.height)
            .xAxisTitle("step")
            .yAxisTitle("")
            .build();
    style(columns(nodes).size());
  }

  /**
   * One point a different candidate, its text and the PRM's score of this step (not of the path)
   * over it: filled where the search went on from it, a cross where others were better.
   *
   * @param result of any shape of search; at least one candidate
   */
  public static Figure of(SearchResult result) {
    List<SearchNode> nodes = result.nodes();
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException(
          "the search of problem '%s' has no candidates to draw".formatted(result.problem().id()));
    }
    long kept = nodes.stream().filter(n -> n.fate() == Fate.KEPT).count();
    FigureText text =
        FigureText.of(
            "Search tree of problem " + result.problem().id(),
            result.problem().text(),
            "%d different candidates over %d steps, of which %d were kept; beside each step its score."
                .formatted(nodes.size(), columns(nodes).size(), kept));
    int width = Math.min(WIDEST, Math.max(HouseStyle.WIDTH, COLUMN * columns(nodes).size() + 110));
    return Figure.of("search-tree", text, new TreePanel(data(nodes), nodes)).withWidth(width);
  }

  private record TreePanel(FigureData data, List<SearchNode> nodes) implements Panel {
    @Override
    public String heading() {
      return "";
    }

    @Override
    public int height() {
      return ROW * rows(nodes) + 60;
    }

    @Override
    public void paint(Graphics2D graphics, Dimension size) {
      SearchTreeFigure tree = new SearchTreeFigure(nodes, size);
      tree.draw();
      tree.chart.paint(graphics, size.width, size.height);
    }

    @Override
    public List<LegendEntry> legend() {
      return List.of(LegendEntry.point("kept", KEPT), LegendEntry.point("dropped", DROPPED));
    }
  }

  private static Map<Integer, List<SearchNode>> columns(List<SearchNode> nodes) {
    return nodes.stream().collect(Collectors.groupingBy(SearchTreeFigure::depth));
  }

  private static int rows(List<SearchNode> nodes) {
    return columns(nodes).values().stream().mapToInt(List::size).max().orElse(1);
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
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setYAxisTicksVisible(false);
    chart.getStyler().setYAxisMin(0.3).setYAxisMax(rows + 0.8);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(steps + 0.5);
    chart.getStyler().setXAxisTickMarkSpacingHint(60).setXAxisDecimalPattern("0");
    chart.setCustomXAxisTickLabelsFormatter(
        x -> x == 0 ? "start" : String.format(Locale.ROOT, "%.0f", x));
  }

  private void draw() {
    double[] root = {0, (rows + 1) / 2.0};
    nodes.forEach(node -> edge(node, points.getOrDefault(parent(node), root)));
    mark("start", List.of(root), new Look(Look.INK, 2));
    mark("kept", places(Fate.KEPT), KEPT);
    mark("dropped", places(Fate.DROPPED), DROPPED);
    for (SearchNode node : nodes) {
      double[] at = points.getOrDefault(node.place(), root);
      String text = String.format(Locale.ROOT, "%s   %.2f", node.step(), node.stepScore());
      chart.addAnnotation(new AnnotationText(text, at[0], at[1] + OVER, false));
    }
  }

  private List<double[]> places(Fate fate) {
    return nodes.stream()
        .filter(n -> n.fate() == fate)
        .map(n -> points.getOrDefault(n.place(), new double[2]))
        .toList();
  }

  /** From parent to child, changing its height only between the texts of two columns. */
  private void edge(SearchNode node, double[] from) {
    double[] to = points.getOrDefault(node.place(), from);
    double[] x = {from[0], from[0] + 0.45, to[0] - 0.45, to[0]};
    double[] y = {from[1], from[1], to[1], to[1]};
    XYSeries line = chart.addSeries("to " + node.place(), x, y);
    line.setMarker(SeriesMarkers.NONE);
    boolean kept = node.fate() == Fate.KEPT;
    line.setLineColor(kept ? KEPT.color() : EDGE);
    line.setLineStyle(kept ? KEPT.line() : HouseStyle.intervalLine());
  }

  private void mark(String name, List<double[]> at, Look look) {
    if (at.isEmpty()) {
      return;
    }
    XYSeries drawn =
        chart.addSeries(
            name, at.stream().map(p -> p[0]).toList(), at.stream().map(p -> p[1]).toList());
    drawn.setMarker(look.marker()).setMarkerColor(look.color()).setLineColor(look.color());
    drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
  }
}
