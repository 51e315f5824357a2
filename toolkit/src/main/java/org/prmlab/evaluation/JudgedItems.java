package org.prmlab.evaluation;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The judged solutions behind a result, so that it can be compared with another. They are no part
 * of what the result says: all are equal.
 */
public final class JudgedItems {
  private static final JudgedItems UNKNOWN = new JudgedItems(null, row -> false);

  private final @Nullable JudgedColumns all;
  private final IntPredicate some;

  private JudgedItems(@Nullable JudgedColumns all, IntPredicate some) {
    this.all = all;
    this.some = some;
  }

  static JudgedItems of(JudgedColumns all, IntPredicate some) {
    return new JudgedItems(all, some);
  }

  static JudgedItems unknown() {
    return UNKNOWN;
  }

  /**
   * The judgements, in order.
   *
   * @throws IllegalStateException if they are not known
   */
  JudgedColumns rows() {
    if (all == null) {
      throw new IllegalStateException(
          "the judged solutions of these step errors are not known; compare results that"
              + " StepErrors.of or StepErrors.by made");
    }
    return all.only(IntStream.range(0, all.size()).filter(some).toArray());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JudgedItems;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return all == null ? "unknown items" : "judged items";
  }
}
