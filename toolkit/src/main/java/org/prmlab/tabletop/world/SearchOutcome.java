package org.prmlab.tabletop.world;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of searches guided by one PRM, beside choosing among whole samples of the same problems
 * at about the same number of tokens.
 *
 * @param prm the guide
 * @param seed of its world
 * @param problems of each tier
 * @param tiers easiest first
 */
public record SearchOutcome(PrmRecipe prm, int seed, int problems, List<TierSearch> tiers) {
  /** The PRMs that guide. */
  public static final List<PrmRecipe> GUIDES =
      List.of(PrmRecipe.CHECKER, PrmRecipe.MC_HARD, PrmRecipe.CONSENSUS_HARD);

  public SearchOutcome {
    tiers = List.copyOf(tiers);
  }

  /**
   * Accuracies on one tier, in [0, 1], and the tokens that the policy wrote for each problem.
   *
   * @param greedy the best of eight candidates at every step
   * @param beam two paths of four candidates each
   * @param diverse two trees of four candidates each (DVTS)
   * @param bestOfEight the PRM's choice of eight whole samples, by product
   * @param majority the samples' vote
   * @param greedyTokens written for a problem, mean
   * @param beamTokens the same
   * @param diverseTokens the same
   * @param sampleTokens of eight samples
   */
  public record TierSearch(
      double greedy,
      double beam,
      double diverse,
      double bestOfEight,
      double majority,
      double greedyTokens,
      double beamTokens,
      double diverseTokens,
      double sampleTokens) {}

  /** The unweighted mean over the tiers. */
  public double mean(ToDoubleFunction<TierSearch> quantity) {
    return tiers.stream().mapToDouble(quantity).average().orElseThrow();
  }
}
