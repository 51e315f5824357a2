package org.prmlab.data;

import java.util.OptionalInt;

/**
 * Where a solution first goes wrong, as ProcessBench asks it.
 *
 * <p>ProcessBench files write {@code -1} for "every step is correct". That convention stays in the
 * reader and the writer: inside the toolkit the absence of an error is an empty {@code
 * OptionalInt}.
 *
 * @param earliestError index of the first erroneous step, counted from 0; empty if there is none
 * @see <a href="https://arxiv.org/abs/2412.06559">ProcessBench, section 2</a>
 */
public record Verdict(OptionalInt earliestError) {
  private static final Verdict ALL_CORRECT = new Verdict(OptionalInt.empty());

  public Verdict {
    if (earliestError.isPresent() && earliestError.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "first error at step "
              + earliestError.getAsInt()
              + "; steps are counted from 0, and no error is Verdict.allCorrect()");
    }
  }

  /** Every step is right. */
  public static Verdict allCorrect() {
    return ALL_CORRECT;
  }

  /** The first wrong step is {@code step}, counted from 0. */
  public static Verdict errorAt(int step) {
    return new Verdict(OptionalInt.of(step));
  }

  /** Whether any step is wrong. */
  public boolean hasError() {
    return earliestError.isPresent();
  }

  /** A sentence for people: steps counted from 1, as they read them. */
  @Override
  public String toString() {
    return hasError() ? "first error in step " + (earliestError.getAsInt() + 1) : "no error";
  }
}
