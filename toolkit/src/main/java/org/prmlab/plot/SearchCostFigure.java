package org.prmlab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prmlab.stats.Estimate;

/** Accuracy against what a search spends, one line with its 95 % intervals a way to search. */
public final class SearchCostFigure {
  private SearchCostFigure() {}

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
    String caption =
        "Right answers by the tokens that a search spends, with intervals over problems; lines are"
            + " set a little apart.";
    return new Figure("search-cost", caption, BandChart.overOwnNumbers(shown, tokens), data);
  }
}
