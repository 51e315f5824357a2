package org.prmlab.evaluation;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.prmlab.stats.RunMean;

/**
 * What Student's tests say of a mean over independent runs. Each p-value is the level at which the
 * interval of {@link RunMean} would just decide: below 0.05 exactly where the 95 % interval does.
 * Runs that all give the same number, or fewer than two, decide nothing: p is then 1.
 */
public final class RunEvidence {
  private RunEvidence() {}

  /** The two-sided p-value of a mean that is {@code bound}. */
  public static double differs(List<Double> values, double bound) {
    return 2 * Math.min(above(values, bound), below(values, bound));
  }

  /**
   * The p-value of an equivalence: of two one-sided tests, that the mean is at most {@code -margin}
   * and that it is at least {@code margin}, the larger one, doubled. Below 0.05 the 95 % interval
   * is within the margin.
   *
   * @param margin more than 0
   * @see <a href="https://doi.org/10.1007/BF01068419">Schuirmann 1987</a>
   */
  public static double within(List<Double> values, double margin) {
    return Math.min(1, 2 * Math.max(above(values, -margin), below(values, margin)));
  }

  /** The p-value of the opposite: that the mean is farther from 0 than the margin. */
  public static double beyond(List<Double> values, double margin) {
    return Math.min(1, 2 * Math.min(above(values, margin), below(values, -margin)));
  }

  /** The one-sided p-value of a mean above a bound. */
  private static double above(List<Double> values, double bound) {
    if (values.size() < 2 || !RunMean.of(values).isKnown()) {
      return 0.5;
    }
    double error = RunMean.deviation(values) / Math.sqrt(values.size());
    double mean = RunMean.of(values).value();
    return TDistribution.of(values.size() - 1.0).survivalProbability((mean - bound) / error);
  }

  private static double below(List<Double> values, double bound) {
    return above(values.stream().map(v -> -v).toList(), -bound);
  }
}
