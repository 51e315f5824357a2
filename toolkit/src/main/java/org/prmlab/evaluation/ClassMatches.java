package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.prmlab.stats.ClusterShare;
import org.prmlab.stats.ShareFunction;

/**
 * How two sources meet in two classes, cluster by cluster: what kappa and alpha are made of.
 *
 * <p>Classes are 0 for correct and 1 for incorrect.
 */
final class ClassMatches {
  private final double[][][] counts; // (first's class, second's class, cluster)

  private ClassMatches(double[][][] counts) {
    this.counts = counts;
  }

  /** From the items of each cluster: both correct, only the first, only the second, neither. */
  static ClassMatches of(double[] both, double[] first, double[] second, double[] neither) {
    return new ClassMatches(new double[][][] {{both, first}, {second, neither}});
  }

  /**
   * A coefficient as a function of two shares: of the items of each class of one source, those that
   * the other puts into the same class. How frequent the classes of that source are is held.
   *
   * @param coefficient of a table, the same when the sources change places
   * @return empty if both sources name one class only
   */
  Optional<ShareFunction> function(ToDoubleFunction<double[][]> coefficient) {
    if (sum(0, 0) + sum(0, 1) > 0 && sum(1, 0) + sum(1, 1) > 0) {
      return Optional.of(given(counts[0][1], counts[1][0], coefficient));
    }
    if (sum(0, 0) + sum(1, 0) > 0 && sum(0, 1) + sum(1, 1) > 0) {
      return Optional.of(given(counts[1][0], counts[0][1], coefficient));
    }
    return Optional.empty();
  }

  /**
   * Given the classes of one source.
   *
   * @param lost items that it alone calls correct
   * @param missed items that it alone calls incorrect
   */
  private ShareFunction given(
      double[] lost, double[] missed, ToDoubleFunction<double[][]> coefficient) {
    double[] correct = plus(counts[0][0], lost);
    double[] incorrect = plus(counts[1][1], missed);
    double right = DoubleStream.of(correct).sum();
    double wrong = DoubleStream.of(incorrect).sum();
    return new ShareFunction(
        List.of(ClusterShare.of(counts[0][0], correct), ClusterShare.of(counts[1][1], incorrect)),
        rates ->
            coefficient.applyAsDouble(
                new double[][] {
                  {right * rates[0], right * (1 - rates[0])},
                  {wrong * (1 - rates[1]), wrong * rates[1]}
                }));
  }

  private double sum(int first, int second) {
    return DoubleStream.of(counts[first][second]).sum();
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }
}
