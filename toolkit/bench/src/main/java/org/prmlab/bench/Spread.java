package org.prmlab.bench;

import java.util.Arrays;

/**
 * Repeated measurements of one thing.
 *
 * @param median the middle one, or the mean of the middle two
 * @param low the smallest
 * @param high the largest
 */
public record Spread(double median, double low, double high) {

  /** The spread of at least one measurement. */
  static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Spread(median, sorted[0], sorted[n - 1]);
  }
}
