package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The unweighted mean of the F1 of several splits, over their rows end to end. */
final class SplitAverage {
  private final List<ExactMatches> splits;
  private final int[] ends;
  private final Clusters clusters;

  private SplitAverage(List<ExactMatches> splits, int[] ends, Clusters clusters) {
    this.splits = splits;
    this.ends = ends;
    this.clusters = clusters;
  }

  static SplitAverage of(List<List<JudgedSolution>> splits) {
    List<ExactMatches> matches = new ArrayList<>();
    int[] ends = new int[splits.size()];
    List<Object> problems = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    for (int split = 0; split < ends.length; split++) {
      matches.add(ExactMatches.of(splits.get(split)));
      for (JudgedSolution row : splits.get(split)) {
        problems.add(List.of(split, row.solution().problem().key()));
        kinds.add(split + StepErrors.kind(row.truth()));
      }
      ends[split] = problems.size();
    }
    return new SplitAverage(matches, ends, Clusters.of(problems, kinds));
  }

  /**
   * The mean with its interval.
   *
   * @throws IllegalArgumentException if a split lacks solutions with or without an error
   */
  Interval interval(Bootstrap bootstrap) {
    return bootstrap
        .intervalIfDefined(clusters, this::mean, new ShareFunction(shares(), SplitAverage::mean))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a split lacks solutions with or without an error; its F1 is undefined"));
  }

  /** Two of each split: among its solutions with an error, and among those without. */
  private List<ClusterShare> shares() {
    List<ClusterShare> shares = new ArrayList<>();
    for (int split = 0; split < ends.length; split++) {
      Clusters own = clusters.rows(split == 0 ? 0 : ends[split - 1], ends[split]);
      shares.add(splits.get(split).amongErrors(own));
      shares.add(splits.get(split).amongCorrects(own));
    }
    return shares;
  }

  private static double mean(double[] rates) {
    double sum = 0;
    for (int i = 0; i < rates.length; i += 2) {
      sum += Means.harmonic(rates[i], rates[i + 1]);
    }
    return sum / (rates.length / 2.0);
  }

  private double mean(int[] weights) {
    double sum = 0;
    for (int split = 0; split < ends.length; split++) {
      int start = split == 0 ? 0 : ends[split - 1];
      sum += splits.get(split).f1(Arrays.copyOfRange(weights, start, ends[split]));
    }
    return sum / ends.length;
  }
}
