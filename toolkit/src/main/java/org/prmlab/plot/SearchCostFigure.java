package org.prmlab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.stats.Estimate;

/** Accuracy against what a search spends, one line with its 95 % intervals a way to search. */
public final class SearchCostFigure {
  private SearchCostFigure() {}

  /** The lines as they are drawn, and the tokens that they are drawn over beside them. */
  private record SpentPanel(ChartPanel drawn, FigureData data) implements Panel {
    @Override
    public String heading() {
      return "";
    }

    @Override
    public void paint(Graphics2D graphics, Dimension size) {
      drawn.paint(graphics, size);
    }

    @Override
    public List<LegendEntry> legend() {
      return drawn.legend();
    }

    @Override
    public Optional<String> note() {
      return drawn.note();
    }

    @Override
    public Panel withAxis(String label, double low, double high) {
      return new SpentPanel(drawn.withAxis(label, low, high), data);
    }

    @Override
    public Panel withColours(Map<String, Color> colours) {
      return new SpentPanel(drawn.withColours(colours), data);
    }
  }

  /**
   * One search over all problems.
   *
   * @param tokens written for a problem, mean
   * @param accuracy in [0, 1]
   */
  public record Spent(double tokens, Estimate accuracy) {}

  /**
   * The lines.
   *
   * @param ways by name, each at the same number of budgets, by rising budget; at least one
   */
  public static Figure of(Map<String, List<Spent>> ways) {
    int budgets = ways.values().iterator().next().size();
    List<String> places = new ArrayList<>();
    for (int i = 1; i <= budgets; i++) {
      places.add("budget " + i);
    }
    FigureData shown =
        FigureData.ofAxes("tokens written for a problem", "right answers (%)", places);
    FigureData data = shown;
    List<List<Double>> tokens = new ArrayList<>();
    for (var way : ways.entrySet()) {
      List<Spent> points = way.getValue();
      PlotSeries accuracy =
          PlotSeries.ofRates(way.getKey(), points.stream().map(Spent::accuracy).toList());
      tokens.add(points.stream().map(Spent::tokens).toList());
      shown = shown.with(accuracy);
      data =
          data.with(accuracy)
              .with(PlotSeries.of("tokens of " + way.getKey(), tokens.get(tokens.size() - 1)));
    }
    FigureText text =
        FigureText.of(
            "Right answers by the tokens that a search spends",
            "%d ways to search; 95 %% intervals over problems".formatted(ways.size()),
            "All ways solve the same problems, so these intervals do not compare them: a paired"
                + " difference does.");
    ChartPanel panel =
        new ChartPanel(
            shown, PanelStyle.of(ValueAxis.RATE), Mark.LINES, BandChart.overOwnNumbers(tokens));
    return Figure.of("search-cost", text, new SpentPanel(panel, data));
  }
}
