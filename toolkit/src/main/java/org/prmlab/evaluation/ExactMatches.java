package org.prmlab.evaluation;

import java.util.List;

/** Which rows have an error and which predictions are exact, as columns for resampling. */
final class ExactMatches {
  private final boolean[] error;
  private final boolean[] exact;

  private ExactMatches(boolean[] error, boolean[] exact) {
    this.error = error;
    this.exact = exact;
  }

  static ExactMatches of(List<JudgedSolution> rows) {
    ExactMatches columns = new ExactMatches(new boolean[rows.size()], new boolean[rows.size()]);
    for (int i = 0; i < rows.size(); i++) {
      columns.error[i] = rows.get(i).truth().hasError();
      columns.exact[i] = rows.get(i).isExact();
    }
    return columns;
  }

  /** NaN if either kind is missing. */
  double f1(int[] weights) {
    return Means.harmonic(errorAccuracy(weights), correctAccuracy(weights));
  }

  double errorAccuracy(int[] weights) {
    return accuracy(weights, true);
  }

  double correctAccuracy(int[] weights) {
    return accuracy(weights, false);
  }

  private double accuracy(int[] weights, boolean kind) {
    long matches = 0;
    long rows = 0;
    for (int i = 0; i < exact.length; i++) {
      if (error[i] == kind) {
        rows += weights[i];
        matches += exact[i] ? weights[i] : 0;
      }
    }
    return (double) matches / rows;
  }
}
