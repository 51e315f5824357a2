package org.prmlab.stats;

/** A number computed from weighted rows: what a {@link Bootstrap} puts an interval around. */
@FunctionalInterface
public interface Statistic {
  /**
   * The statistic when row {@code i} counts {@code weights[i]} times.
   *
   * @return the value; NaN where these rows leave it undefined (an empty class)
   */
  double of(int[] weights);
}
