package org.prmlab.notebook;

import java.util.List;
import java.util.stream.IntStream;

/** A claim of a notebook's text, checked where it stands. */
public final class Check {
  private Check() {}

  /**
   * Says that a claim holds.
   *
   * @param claim what the text says, e.g. {@code "F1 falls by ten points"}
   * @return {@code "holds: "} and the claim
   * @throws IllegalStateException if it does not hold any more
   */
  public static String that(String claim, Holds holds) {
    if (!holds.now()) {
      throw new IllegalStateException("does not hold any more: " + claim);
    }
    return "holds: " + claim;
  }

  /** Whether each value is larger than the one before it. */
  public static boolean rising(List<Double> values) {
    return IntStream.range(1, values.size()).allMatch(i -> values.get(i) > values.get(i - 1));
  }

  /** Whether each value is smaller than the one before it. */
  public static boolean falling(List<Double> values) {
    return IntStream.range(1, values.size()).allMatch(i -> values.get(i) < values.get(i - 1));
  }

  /** The condition behind a claim. */
  @FunctionalInterface
  public interface Holds {
    boolean now();
  }
}
