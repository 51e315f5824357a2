package org.prmlab.findings;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A claim's number in one world.
 *
 * @param seed of the world
 * @param runs the number with the PRMs of each training seed; empty if the world has none, because
 *     there is nothing in it to measure
 * @param leftOut tiers in which there is nothing to measure; the number is the mean of the others
 */
public record WorldValue(int seed, List<Double> runs, int leftOut) {
  public WorldValue {
    runs = List.copyOf(runs);
    if (!runs.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "world of seed %d: %s; finite numbers are expected".formatted(seed, runs));
    }
  }

  /** A number that is there once; NaN if there is nothing to measure. */
  static WorldValue of(int seed, double value) {
    return new WorldValue(seed, Double.isNaN(value) ? List.of() : List.of(value), 0);
  }

  /** The mean over the training seeds. */
  public OptionalDouble mean() {
    return runs.stream().mapToDouble(Double::doubleValue).average();
  }
}
