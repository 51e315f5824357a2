package org.prmlab.evaluation.bestofn;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;

/**
 * Accuracy of choosing one answer among k samples, over a set of problems (the paper, section 2.1).
 *
 * <p>Problems are the unit of the intervals: samples of one problem are never taken for
 * independent.
 *
 * @param groups one a problem; at least one
 * @param estimator how accuracy at k comes from the n samples of a problem
 * @param bootstrap how intervals are made
 */
public record BestOfN(CandidateColumns groups, Estimator estimator, Bootstrap bootstrap) {
  public BestOfN {
    if (groups.size() == 0) {
      throw new IllegalArgumentException("no problems to choose answers for");
    }
  }

  /** How one estimate is made: the estimator, and a seed where subsets are drawn. */
  record Way(Estimator estimator, long seed) {}

  /** The paper's estimator (first k samples) and the default bootstrap. */
  public static BestOfN of(List<CandidateGroup> groups) {
    return of(CandidateColumns.of(groups));
  }

  /** {@link #of(List)} of groups in columns. */
  public static BestOfN of(CandidateColumns groups) {
    return new BestOfN(groups, Estimator.FIRST_K, Bootstrap.withDefaults());
  }

  public BestOfN withEstimator(Estimator estimator) {
    return new BestOfN(groups, estimator, bootstrap);
  }

  public BestOfN withBootstrap(Bootstrap bootstrap) {
    return new BestOfN(groups, estimator, bootstrap);
  }

  /** The size of the smallest group: the largest k that every problem has. */
  public int largestK() {
    return groups.largestK();
  }

  /**
   * Accuracy at k, in [0, 1].
   *
   * @throws IllegalArgumentException if a problem has fewer than k samples
   */
  public AccuracyAtK at(Selection selection, int k) {
    BestOfNSurvey survey = new BestOfNSurvey(this);
    Supplier<AccuracyAtK> point = survey.point(selection, groups, k);
    survey.run();
    return point.get();
  }

  /** The chance of a right choice from k samples of each problem by these scores. */
  double[] values(CandidateColumns scored, Selection selection, int k) {
    IntStream.range(0, scored.size())
        .filter(g -> scored.size(g) < k)
        .forEach(g -> scored.group(g).requireAtLeast(k));
    return IntStream.range(0, scored.size())
        .parallel()
        .mapToDouble(g -> selection.at(scored, g, k, way()).value())
        .toArray();
  }

  /** Accuracy of the choice among all samples of each problem, however many it has; in [0, 1]. */
  public Estimate amongAll(Selection selection) {
    double[] values =
        IntStream.range(0, groups.size())
            .parallel()
            .mapToDouble(g -> selection.at(groups, g, groups.size(g), way()).value())
            .toArray();
    return bootstrap.share(groups.clusters(), values).orElseThrow();
  }

  /** Accuracy at k = 1, 2, 4, ... and {@link #largestK()}. */
  public List<AccuracyAtK> curve(Selection selection) {
    BestOfNSurvey survey = new BestOfNSurvey(this);
    Supplier<List<AccuracyAtK>> curve = survey.curve(selection, groups);
    survey.run();
    return curve.get();
  }

  /** The right choices per problem, in group order, in [0, 1]: what paired comparisons compare. */
  public List<Double> perProblem(Selection selection, int k) {
    return IntStream.range(0, groups.size())
        .parallel()
        .mapToObj(g -> selection.at(groups, g, k, way()).value())
        .toList();
  }

  /**
   * How much of the way from maj@k to pass@k the PRM goes: (prm - maj) / (pass - maj); 1 is perfect
   * selection, 0 is no better than a vote, negative is worse.
   *
   * @return empty where pass@k equals maj@k (no gap to close), or does in half of the resamples
   */
  public Optional<Estimate> gapClosed(int k) {
    BestOfNSurvey survey = new BestOfNSurvey(this);
    Supplier<Optional<Estimate>> closed = survey.gapClosed(groups, k);
    survey.run();
    return closed.get();
  }

  Way way() {
    return new Way(estimator, bootstrap.seed());
  }
}
