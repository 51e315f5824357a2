package org.prmlab.answer;

import java.time.Duration;

/** The time one comparison may take; whoever works in a loop asks it now and then. */
final class WorkLimit {
  private final long end;

  WorkLimit(Duration allowed) {
    end = System.nanoTime() + allowed.toNanos();
  }

  /** Ends the comparison if the time is up. */
  void check() {
    if (System.nanoTime() - end >= 0) {
      throw new Exceeded();
    }
  }

  /** The time is up: the comparison is undecided. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exceeded() {
      super("time limit of a comparison exceeded", null, false, false);
    }
  }
}
