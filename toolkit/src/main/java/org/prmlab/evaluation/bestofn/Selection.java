package org.prmlab.evaluation.bestofn;

import java.util.List;

/** How one answer is chosen from k samples (the paper, section 2.1 and Table 3). */
public enum Selection {
  /** prm@k: the sample with the highest score. */
  BEST {
    @Override
    boolean picksRight(CandidateColumns groups, int group, int k) {
      return groups.isRight(group, k);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, SubsetSampling.Draws draws) {
      return Expectation.exact(SubsetExpectation.best(group, k));
    }
  },
  /** maj@k: the answer that most samples give; its first sample decides whether it is right. */
  MAJORITY {
    @Override
    boolean picksRight(CandidateColumns groups, int group, int k) {
      return groups.heaviestClass(group, k, score -> 1);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, SubsetSampling.Draws draws) {
      return MajorityCount.isFeasible(group, k)
          ? Expectation.exact(MajorityCount.expectation(group, k))
          : SubsetSampling.of(group, k, draws, this);
    }
  },
  /** The answer whose samples have the largest sum of scores; scores must not be negative. */
  WEIGHTED_VOTE {
    @Override
    boolean picksRight(CandidateColumns groups, int group, int k) {
      return groups.heaviestClass(group, k, Selection::voteWeight);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, SubsetSampling.Draws draws) {
      return SubsetSampling.of(group, k, draws, this);
    }
  },
  /** pass@k: right if any sample is right; what no selection can beat. */
  ANY {
    @Override
    boolean picksRight(CandidateColumns groups, int group, int k) {
      return groups.any(group, k);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, SubsetSampling.Draws draws) {
      return Expectation.exact(SubsetExpectation.any(group, k));
    }
  };

  private static final Expectation RIGHT = Expectation.exact(1);
  private static final Expectation WRONG = Expectation.exact(0);

  /**
   * Whether the answer chosen from the first {@code k} samples of a group is right; ties go to the
   * earlier sample.
   */
  abstract boolean picksRight(CandidateColumns groups, int group, int k);

  /** The chance of a right choice from k samples drawn without order from the group. */
  abstract Expectation overSubsets(CandidateGroup group, int k, SubsetSampling.Draws draws);

  /**
   * The chance, in [0, 1], that this selection from k samples of the problem is right.
   *
   * @param seed used only where counting all subsets is not feasible
   * @throws IllegalArgumentException if the group has fewer than k samples
   */
  public Expectation at(CandidateGroup group, int k, Estimator estimator, long seed) {
    group.requireAtLeast(k);
    return switch (estimator) {
      case FIRST_K ->
          Expectation.exact(picksRight(CandidateColumns.of(List.of(group)), 0, k) ? 1 : 0);
      case ALL_SUBSETS ->
          overSubsets(group, k, new SubsetSampling.Draws(seed, group.problem().name().hashCode()));
    };
  }

  /** {@link #at(CandidateGroup, int, Estimator, long)} of a group in columns. */
  Expectation at(CandidateColumns groups, int group, int k, BestOfN.Way way) {
    return way.estimator() == Estimator.FIRST_K
        ? picksRight(groups, group, k) ? RIGHT : WRONG
        : overSubsets(
            groups.group(group), k, new SubsetSampling.Draws(way.seed(), groups.salt(group)));
  }

  private static double voteWeight(double score) {
    if (!(score >= 0)) {
      throw new IllegalArgumentException(
          "vote weighted by score %s; weights must be 0 or more: use min, product, last or mean"
                  .formatted(score)
              + ", not a sum of logarithms");
    }
    return score;
  }
}
