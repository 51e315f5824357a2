package org.prmlab.answer;

import java.time.Duration;

/**
 * What one comparison may cost: whoever works in a loop asks now and then. Counting the asking ends
 * a comparison at the same place on every machine; the time is the safety net behind it.
 */
final class WorkLimit {
  /** Far more than answers of this field need: a few milliseconds of work. */
  private static final long MOST_WORK = 50_000;

  /** Operations on numbers up to so long count once. */
  private static final int SHORT = 60;

  private final long end;
  private long work;

  WorkLimit(Duration allowed) {
    end = System.nanoTime() + allowed.toNanos();
  }

  /** Ends the comparison if its work or its time is used up. */
  void check() {
    check(SHORT);
  }

  /** The same for an operation on numbers of so many digits, whose cost grows as their square. */
  void check(int digits) {
    work += Math.max(1L, (long) digits * digits / (SHORT * SHORT));
    if (work > MOST_WORK || System.nanoTime() - end >= 0) {
      throw new Exceeded();
    }
  }

  /** The limit is reached: the comparison is undecided. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exceeded() {
      super("more work than a comparison may take", null, false, false);
    }
  }
}
