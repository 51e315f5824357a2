package org.prmlab.stats;

import java.util.List;

/**
 * The straight line through equally spaced numbers, by least squares.
 *
 * @param slope from one number to the next
 * @param start what the line says of the first one
 */
public record TrendLine(double slope, double start) {
  /**
   * Fits the line.
   *
   * @param values at 0, 1, 2, ...; at least two
   */
  public static TrendLine of(List<Double> values) {
    int count = values.size();
    if (count < 2) {
      throw new IllegalArgumentException("%d numbers; a line needs at least two".formatted(count));
    }
    double middle = (count - 1) / 2.0;
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      products += (i - middle) * (values.get(i) - mean);
      squares += (i - middle) * (i - middle);
    }
    double slope = products / squares;
    return new TrendLine(slope, mean - slope * middle);
  }
}
