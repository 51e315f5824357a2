package org.prmlab.evaluation.bestofn;

import java.util.List;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.numbers.combinatorics.Combinations;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.prmlab.stats.RandomStream;

/**
 * Expectations over subsets of k samples where no formula counts them: every subset while they are
 * few, otherwise seeded random ones.
 *
 * <p>Ties go to the earlier sample of the drawn order: the original order where all subsets are
 * visited, a random one otherwise.
 */
final class SubsetSampling {
  /** Up to this many subsets are all visited; beyond it, this many are drawn. */
  private static final int SUBSETS = 10_000;

  private SubsetSampling() {}

  /**
   * Which subsets are drawn.
   *
   * @param salt makes those of problems differ: the hash of the problem's name
   */
  record Draws(long seed, int salt) {}

  static Expectation of(CandidateGroup group, int k, Draws draws, Selection selection) {
    return BinomialCoefficientDouble.value(group.size(), k) <= SUBSETS
        ? Expectation.exact(visitAll(group, k, selection))
        : draw(group, k, draws, selection);
  }

  private static double visitAll(CandidateGroup group, int k, Selection selection) {
    CandidateColumns samples = CandidateColumns.of(List.of(group));
    long right = 0;
    long visited = 0;
    for (int[] subset : (Iterable<int[]>) () -> Combinations.of(group.size(), k).iterator()) {
      right += selection.picksRight(samples.drawn(0, subset), 0, k) ? 1 : 0;
      visited++;
    }
    return (double) right / visited;
  }

  private static Expectation draw(CandidateGroup group, int k, Draws draws, Selection selection) {
    UniformRandomProvider random = RandomStream.of(draws.seed(), draws.salt());
    PermutationSampler sampler = new PermutationSampler(random, group.size(), k);
    CandidateColumns samples = CandidateColumns.of(List.of(group));
    long right = 0;
    for (int i = 0; i < SUBSETS; i++) {
      right += selection.picksRight(samples.drawn(0, sampler.sample()), 0, k) ? 1 : 0;
    }
    double rate = (double) right / SUBSETS;
    // Add-one smoothing keeps the error above 0: drawing proves nothing certain.
    double smoothed = (right + 1.0) / (SUBSETS + 2.0);
    return new Expectation(rate, Math.sqrt(smoothed * (1 - smoothed) / SUBSETS));
  }
}
