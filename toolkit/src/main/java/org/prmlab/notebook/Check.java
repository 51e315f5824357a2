package org.prmlab.notebook;

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

  /** The condition behind a claim. */
  @FunctionalInterface
  public interface Holds {
    boolean now();
  }
}
