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

  Interval interval(Bootstrap bootstrap) {
    return bootstrap.interval(clusters, this::mean);
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
