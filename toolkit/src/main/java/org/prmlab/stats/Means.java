package org.prmlab.stats;

/** Means of weighted rows. */
public final class Means {
  private Means() {}

  /** The weighted mean; NaN if all weights are 0. */
  public static double weighted(double[] values, int[] weights) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      count += weights[i];
    }
    return sum / count;
  }

  /** The harmonic mean of two rates; 0 when both are 0. */
  public static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }
}
