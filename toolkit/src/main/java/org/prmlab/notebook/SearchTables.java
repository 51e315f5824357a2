package org.prmlab.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.RunMean;
import org.prmlab.tabletop.world.SearchOutcome;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;

/** Searches of all tabletop worlds, as tables. */
public final class SearchTables {
  private SearchTables() {}

  /**
   * Searches beside Best-of-8 and majority: tokens written for a problem, right answers, and the
   * difference to Best-of-8 world by world; means over worlds with Student's interval, each world
   * the unweighted mean of its tiers.
   *
   * @param worlds guided by the same PRM, one a world, at least two
   */
  public static ResultTable overWorlds(List<SearchOutcome> worlds) {
    ResultTable table =
        ResultTable.withColumns(
            "search", "tokens", "right (%)", "minus Best-of-8 (points)", "verdict");
    for (var way : ways().entrySet()) {
      ToDoubleFunction<TierSearch> right = way.getValue().right();
      Estimate gap =
          RunMean.of(
              worlds.stream().map(w -> w.mean(right) - w.mean(TierSearch::bestOfEight)).toList());
      boolean same = way.getKey().equals("Best-of-8");
      table =
          table.row(
              way.getKey(),
              "%.0f".formatted(mean(worlds, way.getValue().tokens())),
              RunMean.of(worlds.stream().map(w -> w.mean(right)).toList()).percent(),
              same ? "" : gap.percent(),
              same ? "" : verdict(gap));
    }
    return table;
  }

  private record Way(ToDoubleFunction<TierSearch> right, ToDoubleFunction<TierSearch> tokens) {}

  private static Map<String, Way> ways() {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("Best-of-8", new Way(TierSearch::bestOfEight, TierSearch::sampleTokens));
    ways.put("majority of 8", new Way(TierSearch::majority, TierSearch::sampleTokens));
    ways.put("greedy, 8", new Way(TierSearch::greedy, TierSearch::greedyTokens));
    ways.put("beam, 2 x 4", new Way(TierSearch::beam, TierSearch::beamTokens));
    ways.put("DVTS, 2 x 4", new Way(TierSearch::diverse, TierSearch::diverseTokens));
    return ways;
  }

  private static double mean(List<SearchOutcome> worlds, ToDoubleFunction<TierSearch> quantity) {
    return worlds.stream().mapToDouble(w -> w.mean(quantity)).average().orElseThrow();
  }

  private static String verdict(Estimate gap) {
    return gap.low() > 0 ? "better" : gap.high() < 0 ? "worse" : "undecided";
  }
}
