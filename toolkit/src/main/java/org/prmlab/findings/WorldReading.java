package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.stats.TrendLine;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmOutcome;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SearchOutcome;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;
import org.prmlab.tabletop.world.TierFacts;
import org.prmlab.tabletop.world.TierOutcome;
import org.prmlab.tabletop.world.WorldOutcomes;

/**
 * The claims' numbers in one world. PRMs are compared seed by seed, those of the same seed with
 * each other; a seed that only one of them has is left out.
 */
record WorldReading(WorldOutcomes world) {
  private static final int PERCENT = 100;
  private static final int HALF = 50; // percent

  /** Points between two PRMs of the same seed, mean over the tiers. */
  WorldValue points(PrmRecipe first, PrmRecipe second, ToDoubleFunction<TierOutcome> quantity) {
    return paired(
        world.runs(first), quantity, world.runs(second), quantity, List.of(Tier.values()));
  }

  /** The same over the two hard tiers. */
  WorldValue hardPoints(PrmRecipe first, PrmRecipe second, ToDoubleFunction<TierOutcome> quantity) {
    return paired(
        world.runs(first), quantity, world.runs(second), quantity, List.of(Tier.T3, Tier.T4));
  }

  /** Points between two numbers of a PRM, mean over the tiers. */
  WorldValue within(
      PrmRecipe recipe, ToDoubleFunction<TierOutcome> first, ToDoubleFunction<TierOutcome> second) {
    List<PrmOutcome> runs = world.runs(recipe);
    return paired(runs, first, runs, second, List.of(Tier.values()));
  }

  private WorldValue paired(
      List<PrmOutcome> first,
      ToDoubleFunction<TierOutcome> firstQuantity,
      List<PrmOutcome> second,
      ToDoubleFunction<TierOutcome> secondQuantity,
      List<Tier> tiers) {
    List<Double> runs = new ArrayList<>();
    int measured = 0;
    for (int run = 0; run < Math.min(first.size(), second.size()); run++) {
      List<TierOutcome> one = first.get(run).tiers();
      List<TierOutcome> other = second.get(run).tiers();
      double[] gaps =
          tiers.stream()
              .mapToDouble(
                  tier ->
                      firstQuantity.applyAsDouble(one.get(tier.index()))
                          - secondQuantity.applyAsDouble(other.get(tier.index())))
              .filter(gap -> !Double.isNaN(gap)) // nothing to measure on this tier
              .toArray();
      measured = gaps.length;
      DoubleStream.of(gaps).average().ifPresent(mean -> runs.add(PERCENT * mean));
    }
    return new WorldValue(world.seed(), runs, tiers.size() - measured);
  }

  /** How much one claim's number is above another's, seed by seed. */
  WorldValue difference(WorldValue first, WorldValue second) {
    int runs = Math.min(first.runs().size(), second.runs().size());
    return new WorldValue(
        world.seed(),
        IntStream.range(0, runs)
            .mapToObj(run -> first.runs().get(run) - second.runs().get(run))
            .toList(),
        Math.max(first.leftOut(), second.leftOut()));
  }

  /**
   * What the line through the eight thresholds loses from the first to the last, in points. All
   * PRMs are of the first seed.
   */
  WorldValue fallOverThresholds(ToDoubleFunction<TierOutcome> quantity) {
    List<Double> values =
        Stream.of(PrmRecipe.values())
            .filter(recipe -> recipe == PrmRecipe.MC_HARD || recipe.isOfSweep())
            .map(recipe -> PERCENT * world.runs(recipe).get(0).mean(quantity))
            .toList();
    return WorldValue.of(world.seed(), -TrendLine.of(values).slope() * (values.size() - 1));
  }

  /** How much lower a quantity of the data is on the hardest tier than on an easier one. */
  WorldValue fall(Tier from, ToDoubleFunction<TierFacts> quantity, double unit) {
    List<TierFacts> tiers = world.facts().tiers();
    double fall =
        quantity.applyAsDouble(tiers.get(from.index()))
            - quantity.applyAsDouble(tiers.get(Tier.T4.index()));
    return WorldValue.of(world.seed(), unit * fall);
  }

  /** The same in points. */
  WorldValue fall(Tier from, ToDoubleFunction<TierFacts> quantity) {
    return fall(from, quantity, PERCENT);
  }

  /** Points between two ways to find answers, guided by the consensus. */
  WorldValue searched(ToDoubleFunction<TierSearch> first, ToDoubleFunction<TierSearch> second) {
    SearchOutcome search = world.search(PrmRecipe.CONSENSUS_HARD);
    return WorldValue.of(world.seed(), PERCENT * (search.mean(first) - search.mean(second)));
  }

  /** Half of the labels of one PRM, less those of another, in percent of them. */
  WorldValue savedBeyondHalf(PrmRecipe of, PrmRecipe by) {
    double all = world.runs(of).get(0).labels();
    double some = world.runs(by).get(0).labels();
    return WorldValue.of(world.seed(), HALF - PERCENT * some / all);
  }
}
