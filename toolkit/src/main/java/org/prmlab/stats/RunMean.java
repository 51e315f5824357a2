package org.prmlab.stats;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of one quantity over independent runs, with Student's interval: it covers whatever the
 * runs do not share, such as training data, initial weights and problems.
 */
public final class RunMean {
  private static final double ROUNDING = 1e-12;

  private RunMean() {}

  /**
   * The mean and its 95 % interval, which is unknown if all runs give the same number.
   *
   * @param values one a run, at least two
   */
  public static Estimate of(List<Double> values) {
    int runs = values.size();
    if (runs < 2) {
      throw new IllegalArgumentException(
          "%d runs; at least two are needed for an interval over runs".formatted(runs));
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double error = Math.sqrt(variance(values) / runs);
    if (error <= ROUNDING * Math.abs(mean)) {
      return Estimate.unknown(
          mean, Estimate.DEFAULT_LEVEL, "all %d runs give the same number".formatted(runs));
    }
    double quantile =
        TDistribution.of(runs - 1.0).inverseSurvivalProbability((1 - Estimate.DEFAULT_LEVEL) / 2);
    return new Estimate(
        mean, mean - quantile * error, mean + quantile * error, Estimate.DEFAULT_LEVEL);
  }

  /** The standard deviation of one run, as the spread of all estimates it. */
  public static double deviation(List<Double> values) {
    return Math.sqrt(variance(values));
  }

  private static double variance(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return squares / (values.size() - 1);
  }
}
