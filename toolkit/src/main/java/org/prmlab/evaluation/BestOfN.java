package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
public record BestOfN(List<CandidateGroup> groups, Estimator estimator, Bootstrap bootstrap) {
  public BestOfN {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("no problems to choose answers for");
    }
  }

  /** The paper's estimator (first k samples) and the default bootstrap. */
  public static BestOfN of(List<CandidateGroup> groups) {
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
    return groups.stream().mapToInt(CandidateGroup::size).min().orElseThrow();
  }

  /**
   * Accuracy at k, in [0, 1].
   *
   * @throws IllegalArgumentException if a problem has fewer than k samples
   */
  public CurvePoint at(Selection selection, int k) {
    List<Expectation> expected = expectations(selection, k);
    double[] values = values(expected);
    Interval accuracy = bootstrap.share(clusters(), values).orElseThrow();
    double variance =
        expected.stream().mapToDouble(e -> e.standardError() * e.standardError()).sum();
    return new CurvePoint(k, accuracy, Math.sqrt(variance) / groups.size());
  }

  /** Accuracy of the choice among all samples of each problem, however many it has; in [0, 1]. */
  public Interval amongAll(Selection selection) {
    double[] values =
        groups.parallelStream()
            .mapToDouble(g -> selection.at(g, g.size(), estimator, bootstrap.seed()).value())
            .toArray();
    return bootstrap.share(clusters(), values).orElseThrow();
  }

  /** Accuracy at k = 1, 2, 4, ... and {@link #largestK()}. */
  public List<CurvePoint> curve(Selection selection) {
    int largest = largestK();
    IntStream powers = IntStream.iterate(1, k -> k < largest, k -> 2 * k);
    return IntStream.concat(powers, IntStream.of(largest)).mapToObj(k -> at(selection, k)).toList();
  }

  /** The right choices per problem, in group order, in [0, 1]: what paired comparisons compare. */
  public List<Double> perProblem(Selection selection, int k) {
    return expectations(selection, k).stream().map(Expectation::value).toList();
  }

  /**
   * How much of the way from maj@k to pass@k the PRM goes: (prm - maj) / (pass - maj); 1 is perfect
   * selection, 0 is no better than a vote, negative is worse.
   *
   * @return empty where pass@k equals maj@k (no gap to close), or does in half of the resamples
   */
  public Optional<Interval> gapClosed(int k) {
    double[] best = values(expectations(Selection.BEST, k));
    double[] majority = values(expectations(Selection.MAJORITY, k));
    double[] any = values(expectations(Selection.ANY, k));
    Statistic closed =
        w -> {
          double vote = Means.weighted(majority, w);
          double gap = Means.weighted(any, w) - vote;
          return gap == 0 ? Double.NaN : (Means.weighted(best, w) - vote) / gap;
        };
    return bootstrap.intervalIfDefined(clusters(), closed);
  }

  private List<Expectation> expectations(Selection selection, int k) {
    return groups.parallelStream()
        .map(g -> selection.at(g, k, estimator, bootstrap.seed()))
        .toList();
  }

  private static double[] values(List<Expectation> expected) {
    return expected.stream().mapToDouble(Expectation::value).toArray();
  }

  private Clusters clusters() {
    return Clusters.by(groups.stream().map(CandidateGroup::problem).toList());
  }
}
