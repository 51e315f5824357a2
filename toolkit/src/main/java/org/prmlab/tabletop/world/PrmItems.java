package org.prmlab.tabletop.world;

import java.util.List;

/**
 * What one trained PRM did with each item of its world's test sets: what an error over items, of it
 * or of its difference from another PRM, is computed from.
 *
 * @param run of the recipe, from 1
 * @param seed of its world
 * @param tiers easiest first
 */
public record PrmItems(PrmRecipe prm, int run, int seed, List<TierItems> tiers) {
  public PrmItems {
    tiers = List.copyOf(tiers);
  }

  /**
   * One tier, in the order of the world's files, so that item i is the same for every PRM of the
   * world: 1 where it was right, 0 where it was not, and between them where scores tie.
   *
   * @param errors first errors located exactly, of each solution with an error; threshold 0.5
   * @param correct solutions without an error not flagged; threshold 0.5
   * @param tunedErrors the first again, at the tuned threshold
   * @param tunedCorrect the second again, at that threshold
   * @param product Best-of-8 by the product of the step scores, at each problem
   */
  public record TierItems(
      List<Double> errors,
      List<Double> correct,
      List<Double> tunedErrors,
      List<Double> tunedCorrect,
      List<Double> product) {
    public TierItems {
      errors = List.copyOf(errors);
      correct = List.copyOf(correct);
      tunedErrors = List.copyOf(tunedErrors);
      tunedCorrect = List.copyOf(tunedCorrect);
      product = List.copyOf(product);
    }
  }
}
