package org.prmlab.evaluation;

/** How one answer is chosen from k samples (the paper, section 2.1 and Table 3). */
public enum Selection {
  /** prm@k: the sample with the highest score. */
  BEST {
    @Override
    boolean picksRight(CandidateGroup group) {
      return FirstOfTies.best(group);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, long seed) {
      return Expectation.exact(SubsetExpectation.best(group, k));
    }
  },
  /** maj@k: the answer that most samples give; its first sample decides whether it is right. */
  MAJORITY {
    @Override
    boolean picksRight(CandidateGroup group) {
      return FirstOfTies.heaviestClass(group, c -> 1);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, long seed) {
      return MajorityCount.isFeasible(group, k)
          ? Expectation.exact(MajorityCount.expectation(group, k))
          : SubsetSampling.of(group, k, seed, this);
    }
  },
  /** The answer whose samples have the largest sum of scores; scores must not be negative. */
  WEIGHTED_VOTE {
    @Override
    boolean picksRight(CandidateGroup group) {
      return FirstOfTies.heaviestClass(group, Selection::voteWeight);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, long seed) {
      return SubsetSampling.of(group, k, seed, this);
    }
  },
  /** pass@k: right if any sample is right; what no selection can beat. */
  ANY {
    @Override
    boolean picksRight(CandidateGroup group) {
      return group.candidates().stream().anyMatch(Candidate::correct);
    }

    @Override
    Expectation overSubsets(CandidateGroup group, int k, long seed) {
      return Expectation.exact(SubsetExpectation.any(group, k));
    }
  };

  /** Whether the answer chosen from the whole group is right; ties go to the earlier sample. */
  abstract boolean picksRight(CandidateGroup group);

  /** The chance of a right choice from k samples drawn without order from the group. */
  abstract Expectation overSubsets(CandidateGroup group, int k, long seed);

  /**
   * The chance, in [0, 1], that this selection from k samples of the problem is right.
   *
   * @param seed used only where counting all subsets is not feasible
   * @throws IllegalArgumentException if the group has fewer than k samples
   */
  public Expectation at(CandidateGroup group, int k, Estimator estimator, long seed) {
    group.requireAtLeast(k);
    return switch (estimator) {
      case FIRST_K -> Expectation.exact(picksRight(group.first(k)) ? 1 : 0);
      case ALL_SUBSETS -> overSubsets(group, k, seed);
    };
  }

  private static double voteWeight(Candidate candidate) {
    if (!(candidate.score() >= 0)) {
      throw new IllegalArgumentException(
          "vote weighted by score %s; weights must be 0 or more: use min, product, last or mean"
                  .formatted(candidate.score())
              + ", not a sum of logarithms");
    }
    return candidate.score();
  }
}
