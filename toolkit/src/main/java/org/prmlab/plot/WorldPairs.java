package org.prmlab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.RunMean;
import org.prmlab.tabletop.world.PrmOutcome;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.TierOutcome;
import org.prmlab.tabletop.world.WorldOutcomes;
import org.prmlab.tabletop.world.WorldResults;

/**
 * Differences of two PRMs within each world, seed by seed, in points; means over worlds with
 * Student's interval.
 */
record WorldPairs(WorldResults worlds) {
  private static final double PERCENT = 100;

  /** Every recipe minus the first, at whose place there is nothing. */
  PlotSeries fromFirst(
      String name, List<PrmRecipe> recipes, ToDoubleFunction<TierOutcome> quantity) {
    return series(
        name,
        recipes.stream()
            .map(
                r ->
                    r == recipes.get(0)
                        ? List.<Double>of()
                        : differences(r, recipes.get(0), quantity))
            .toList());
  }

  /** Recipes of the first list minus those of the second, place by place. */
  PlotSeries between(
      String name,
      List<PrmRecipe> first,
      List<PrmRecipe> second,
      ToDoubleFunction<TierOutcome> quantity) {
    return series(
        name,
        IntStream.range(0, first.size())
            .mapToObj(i -> differences(first.get(i), second.get(i), quantity))
            .toList());
  }

  /** One number a world. */
  private List<Double> differences(
      PrmRecipe first, PrmRecipe second, ToDoubleFunction<TierOutcome> quantity) {
    List<Double> all = new ArrayList<>();
    for (WorldOutcomes world : worlds.worlds()) {
      List<PrmOutcome> one = world.runs(first);
      List<PrmOutcome> other = world.runs(second);
      IntStream.range(0, Math.min(one.size(), other.size()))
          .mapToDouble(i -> one.get(i).mean(quantity) - other.get(i).mean(quantity))
          .average()
          .ifPresent(mean -> all.add(PERCENT * mean));
    }
    return all;
  }

  private static PlotSeries series(String name, List<List<Double>> places) {
    List<Double> values = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (List<Double> place : places) {
      boolean isEmpty = place.isEmpty();
      Estimate mean = isEmpty ? new Estimate(0, 0, 0, Estimate.DEFAULT_LEVEL) : RunMean.of(place);
      values.add(isEmpty ? Double.NaN : mean.value());
      low.add(isEmpty || !mean.isKnown() ? Double.NaN : mean.low());
      high.add(isEmpty || !mean.isKnown() ? Double.NaN : mean.high());
    }
    return new PlotSeries(name, values, low, high);
  }
}
