package org.prmlab.stats;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What so many runs with such a spread could have shown by their 95 % interval, in four of five
 * repetitions (80 % power).
 *
 * @param runs at least two
 * @param deviation of one run, at least 0
 */
public record RunPower(int runs, double deviation) {
  /** How often what is there is to be seen. */
  public static final double POWER = 0.8;

  private static final int SLICES = 2000;
  private static final double PRECISION = 1e-9; // standard errors
  private static final double MOST = 1000; // standard errors
  private static final double TAIL = 1e-12;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public RunPower {
    if (runs < 2 || !(deviation >= 0)) {
      throw new IllegalArgumentException(
          "%d runs, deviation %s; at least two and a number from 0 are expected"
              .formatted(runs, deviation));
    }
  }

  /** What these runs could have shown. */
  public static RunPower of(List<Double> values) {
    return new RunPower(values.size(), RunMean.deviation(values));
  }

  /** The smallest mean whose interval would have been above 0, by the noncentral t distribution. */
  public double smallestGap() {
    return errors((gap, u) -> NORMAL.cumulativeProbability(gap - u));
  }

  /** The smallest margin within which the interval would have been, were the mean 0. */
  public double smallestMargin() {
    return errors((margin, u) -> Math.max(0, 2 * NORMAL.cumulativeProbability(margin - u) - 1));
  }

  /**
   * From what size on the power suffices, in the unit of the runs.
   *
   * @param shown how often a size is shown by intervals of a half-width; both in standard errors
   */
  private double errors(DoubleBinaryOperator shown) {
    double freedom = runs - 1.0;
    double t =
        TDistribution.of(freedom).inverseSurvivalProbability((1 - Estimate.DEFAULT_LEVEL) / 2);
    // the deviation found, by the true one, is the root of chi squared by its freedom
    ChiSquaredDistribution chi = ChiSquaredDistribution.of(freedom);
    double width = Math.sqrt(chi.inverseSurvivalProbability(TAIL) / freedom) / SLICES;
    double[] weights = new double[SLICES];
    for (int i = 0; i < SLICES; i++) {
      double u = (i + 0.5) * width;
      weights[i] = 2 * freedom * u * chi.density(freedom * u * u) * width;
    }
    double low = 0;
    double high = MOST;
    while (high - low > PRECISION) {
      double size = (low + high) / 2;
      double power = 0;
      for (int i = 0; i < SLICES; i++) {
        power += weights[i] * shown.applyAsDouble(size, t * (i + 0.5) * width);
      }
      low = power < POWER ? size : low;
      high = power < POWER ? high : size;
    }
    return high * deviation / Math.sqrt(runs);
  }
}
