package org.prmlab.evaluation;

import java.util.List;

/** Which rows have an error and which predictions are exact, as columns for resampling. */
final class ExactMatches {
  private final boolean[] error;
  private final boolean[] correct;
  private final boolean[] exact;

  private ExactMatches(int rows) {
    error = new boolean[rows];
    correct = new boolean[rows];
    exact = new boolean[rows];
  }

  static ExactMatches of(List<JudgedSolution> rows) {
    ExactMatches columns = new ExactMatches(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      columns.error[i] = rows.get(i).truth().hasError();
      columns.correct[i] = !columns.error[i];
      columns.exact[i] = rows.get(i).isExact();
    }
    return columns;
  }

  /** NaN if either kind is missing. */
  double f1(int[] weights) {
    return Means.harmonic(errorAccuracy(weights), correctAccuracy(weights));
  }

  double errorAccuracy(int[] weights) {
    return accuracy(weights, error);
  }

  double correctAccuracy(int[] weights) {
    return accuracy(weights, correct);
  }

  ClusterShare amongErrors(Clusters clusters) {
    return among(error, clusters);
  }

  ClusterShare amongCorrects(Clusters clusters) {
    return among(correct, clusters);
  }

  /** F1 as a function of the two accuracies. */
  ShareFunction f1(Clusters clusters) {
    return new ShareFunction(
        List.of(amongErrors(clusters), amongCorrects(clusters)),
        rates -> Means.harmonic(rates[0], rates[1]));
  }

  private ClusterShare among(boolean[] kind, Clusters clusters) {
    double[] hits = new double[exact.length];
    double[] items = new double[exact.length];
    for (int i = 0; i < exact.length; i++) {
      items[i] = kind[i] ? 1 : 0;
      hits[i] = kind[i] && exact[i] ? 1 : 0;
    }
    return clusters.share(hits, items);
  }

  private double accuracy(int[] weights, boolean[] among) {
    long matches = 0;
    long rows = 0;
    for (int i = 0; i < exact.length; i++) {
      if (among[i]) {
        rows += weights[i];
        matches += exact[i] ? weights[i] : 0;
      }
    }
    return (double) matches / rows;
  }
}
