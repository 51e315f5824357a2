package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.Binarization;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.StepLabel;

/** The steps that both sources labelled, as columns: classes, positions, problems. */
record StepPairs(List<StepLabel.Hard> first, List<StepLabel.Hard> second, List<Step> steps) {
  /** Where a labelled step comes from; its index is counted from 0. */
  record Step(ProblemKey problem, int index) {}

  /** The steps with a class from both; a step that either leaves unlabeled is no item. */
  static StepPairs of(List<LabelPair> pairs, Binarization rule) {
    StepPairs items = new StepPairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (LabelPair pair : pairs) {
      for (int step = 0; step < pair.solution().steps().size(); step++) {
        Optional<StepLabel.Hard> a = pair.first().values().get(step).hard(rule);
        Optional<StepLabel.Hard> b = pair.second().values().get(step).hard(rule);
        if (a.isPresent() && b.isPresent()) {
          items.first.add(a.get());
          items.second.add(b.get());
          items.steps.add(new Step(pair.solution().problem().key(), step));
        }
      }
    }
    return items;
  }

  /** The items at one step index. */
  StepPairs at(int index) {
    StepPairs items = new StepPairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).index() == index) {
        items.first.add(first.get(i));
        items.second.add(second.get(i));
        items.steps.add(steps.get(i));
      }
    }
    return items;
  }

  Clusters clusters() {
    return Clusters.by(steps.stream().map(Step::problem).toList());
  }

  /** Rows: the first's class, columns: the second's; correct, then incorrect. */
  Confusion confusion() {
    int[] ones = new int[steps.size()];
    Arrays.fill(ones, 1);
    long[][] counts = new long[2][2];
    double[][] sums = counts(ones);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        counts[i][j] = (long) sums[i][j];
      }
    }
    return Confusion.of(List.of("correct", "incorrect"), counts);
  }

  double agreement(int[] weights) {
    double[][] counts = counts(weights);
    double same = counts[0][0] + counts[1][1];
    return same / (same + counts[0][1] + counts[1][0]);
  }

  double kappa(int[] weights) {
    return CohenKappa.of(counts(weights));
  }

  KrippendorffAlpha alpha() {
    List<List<String>> items = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      items.add(List.of(first.get(i).name(), second.get(i).name()));
    }
    return KrippendorffAlpha.of(items);
  }

  /** The share of steps with the same class. */
  ClusterShare same(Clusters clusters) {
    double[] same = new double[steps.size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = first.get(i) == second.get(i) ? 1 : 0;
    }
    return clusters.share(same);
  }

  /** How the classes meet, by cluster. */
  ClassMatches matches(Clusters clusters) {
    ClassMatches matches = ClassMatches.ofClusters(clusters.size());
    for (int i = 0; i < steps.size(); i++) {
      matches.add(category(first.get(i)), category(second.get(i)), clusters.of(i));
    }
    return matches;
  }

  private double[][] counts(int[] weights) {
    double[][] counts = new double[2][2];
    for (int i = 0; i < weights.length; i++) {
      counts[category(first.get(i))][category(second.get(i))] += weights[i];
    }
    return counts;
  }

  private static int category(StepLabel.Hard label) {
    return label == StepLabel.Hard.CORRECT ? 0 : 1;
  }
}
