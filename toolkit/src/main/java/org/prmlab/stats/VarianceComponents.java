package org.prmlab.stats;

import java.util.List;

/**
 * Where the spread of repeated measurements comes from: groups, and repetitions within a group. A
 * random-effects analysis of variance of groups with equally many repetitions each.
 *
 * @param group variance between groups; the unbiased estimate, which can be below 0
 * @param repetition variance of one measurement within its group
 * @param repetitions of each group
 * @see <a href="https://doi.org/10.1002/9780470316856">Searle, Casella, McCulloch: Variance
 *     Components, 1992, section 3.5</a>
 */
public record VarianceComponents(double group, double repetition, int repetitions) {
  /**
   * Estimates both.
   *
   * @param groups at least two, each with the same number of measurements, at least two
   */
  public static VarianceComponents of(List<List<Double>> groups) {
    int each = groups.isEmpty() ? 0 : groups.get(0).size();
    if (groups.size() < 2 || each < 2 || groups.stream().anyMatch(g -> g.size() != each)) {
      throw new IllegalArgumentException(
          "groups of %s measurements; expected at least two groups, all of the same size from 2 on"
              .formatted(groups.stream().map(List::size).toList()));
    }
    double within =
        groups.stream().mapToDouble(VarianceComponents::variance).average().orElseThrow();
    double ofMeans = variance(groups.stream().map(VarianceComponents::mean).toList());
    return new VarianceComponents(ofMeans - within / each, within, each);
  }

  /** The variance of a group's mean, both parts together. */
  public double ofMean() {
    return group + repetition / repetitions;
  }

  private static double variance(List<Double> values) {
    double mean = mean(values);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return squares / (values.size() - 1);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
