package org.prmlab.tabletop.world;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of one trained PRM.
 *
 * @param seed of its world
 * @param solutions it was trained on
 * @param labels it was trained on
 * @param loss mean of the latest training steps
 * @param threshold tuned on other problems of the four tiers together
 * @param tiers easiest first
 */
public record PrmOutcome(
    PrmRecipe prm,
    int seed,
    int solutions,
    long labels,
    double loss,
    double threshold,
    List<TierOutcome> tiers) {
  public PrmOutcome {
    tiers = List.copyOf(tiers);
  }

  /** The unweighted mean over the tiers. */
  public double mean(ToDoubleFunction<TierOutcome> quantity) {
    return tiers.stream().mapToDouble(quantity).average().orElseThrow();
  }
}
