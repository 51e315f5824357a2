package org.prmlab.evaluation;

import java.util.Arrays;
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
    return points(selection, new int[] {k}).get(0);
  }

  private List<CurvePoint> points(Selection selection, int[] ks) {
    Clusters clusters = clusters();
    ClusterSums sums = new ClusterSums(ks.length, 2);
    double[] errors = new double[ks.length];
    for (int i = 0; i < ks.length; i++) {
      List<Expectation> expected = expectations(selection, ks[i]);
      add(values(expected), 0, clusters, sums.part(i));
      add(ones(), 1, clusters, sums.part(i));
      double variance =
          expected.stream().mapToDouble(e -> e.standardError() * e.standardError()).sum();
      errors[i] = Math.sqrt(variance) / groups.size();
    }
    List<List<Optional<Interval>>> accuracies =
        bootstrap.intervals(clusters, sums, List.of(SumStatistic.share(0, 1)));
    return IntStream.range(0, ks.length)
        .mapToObj(i -> new CurvePoint(ks[i], accuracies.get(i).get(0).orElseThrow(), errors[i]))
        .toList();
  }

  private double[] ones() {
    double[] ones = new double[groups.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void add(double[] values, int column, Clusters clusters, PartSums to) {
    for (int group = 0; group < values.length; group++) {
      to.add(clusters.of(group), column, values[group]);
    }
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
    return points(selection, IntStream.concat(powers, IntStream.of(largest)).toArray());
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
    Clusters clusters = clusters();
    ClusterSums sums = new ClusterSums(1, 4);
    add(values(expectations(Selection.BEST, k)), 0, clusters, sums.part(0));
    add(values(expectations(Selection.MAJORITY, k)), 1, clusters, sums.part(0));
    add(values(expectations(Selection.ANY, k)), 2, clusters, sums.part(0));
    add(ones(), 3, clusters, sums.part(0));
    SumStatistic closed =
        new SumStatistic(
            n -> {
              double vote = n[1] / n[3];
              double gap = n[2] / n[3] - vote;
              return gap == 0 ? Double.NaN : (n[0] / n[3] - vote) / gap;
            },
            problems -> Optional.empty());
    return bootstrap.intervals(clusters, sums, List.of(closed)).get(0).get(0);
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
