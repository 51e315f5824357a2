package org.prmlab.findings;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SearchOutcome;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;
import org.prmlab.tabletop.world.TierFacts;
import org.prmlab.tabletop.world.TierOutcome;
import org.prmlab.tabletop.world.WorldResults;

/** Differences within each world, one number a world. */
record WorldGaps(WorldResults worlds) {
  static final int PERCENT = 100;

  List<Double> searched(ToDoubleFunction<TierSearch> first, ToDoubleFunction<TierSearch> second) {
    List<SearchOutcome> searches = worlds.searches(PrmRecipe.CONSENSUS_HARD);
    return searches.stream().map(s -> PERCENT * (s.mean(first) - s.mean(second))).toList();
  }

  /** Percentage points between two PRMs of the same world. */
  List<Double> points(PrmRecipe first, PrmRecipe second, ToDoubleFunction<TierOutcome> quantity) {
    return difference(percent(first, quantity), percent(second, quantity));
  }

  List<Double> within(
      PrmRecipe recipe, ToDoubleFunction<TierOutcome> first, ToDoubleFunction<TierOutcome> second) {
    return difference(percent(recipe, first), percent(recipe, second));
  }

  private List<Double> percent(PrmRecipe recipe, ToDoubleFunction<TierOutcome> quantity) {
    return worlds.values(recipe, quantity).stream().map(v -> PERCENT * v).toList();
  }

  /** World by world, as many as both have. */
  static List<Double> difference(List<Double> first, List<Double> second) {
    return IntStream.range(0, Math.min(first.size(), second.size()))
        .mapToObj(i -> first.get(i) - second.get(i))
        .toList();
  }

  static List<Double> negated(List<Double> values) {
    return values.stream().map(v -> -v).toList();
  }

  /** How much lower a quantity is on the hardest tier than on an easier one. */
  List<Double> fall(int from, ToDoubleFunction<TierFacts> quantity, double unit) {
    return worlds.facts().stream()
        .map(
            world ->
                unit
                    * (quantity.applyAsDouble(world.tiers().get(from))
                        - quantity.applyAsDouble(world.tiers().get(world.tiers().size() - 1))))
        .toList();
  }

  List<Double> hardCleared(PrmRecipe recipe) {
    List<Double> third = worlds.values(recipe, Tier.T3, TierOutcome::correctAccuracy);
    List<Double> fourth = worlds.values(recipe, Tier.T4, TierOutcome::correctAccuracy);
    return IntStream.range(0, third.size())
        .mapToObj(i -> PERCENT * (third.get(i) + fourth.get(i)) / 2)
        .toList();
  }
}
