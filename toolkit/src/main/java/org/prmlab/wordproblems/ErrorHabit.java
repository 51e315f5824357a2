package org.prmlab.wordproblems;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** A made-up solver: how often it errs, and in which ways. */
enum ErrorHabit {
  CAREFUL(15, List.of(ErrorKind.ARITHMETIC)),
  HASTY(55, List.of(ErrorKind.ARITHMETIC, ErrorKind.ARITHMETIC, ErrorKind.MISCOPIED)),
  INATTENTIVE(60, List.of(ErrorKind.MISREAD, ErrorKind.SKIPPED)),
  BOLD(65, List.of(ErrorKind.WRONG_OPERATION, ErrorKind.SKIPPED, ErrorKind.GUESSED)),
  LUCKY(50, List.of(ErrorKind.CANCELLED, ErrorKind.GUESSED, ErrorKind.MISREAD));

  private final int percent;
  private final List<ErrorKind> kinds;

  ErrorHabit(int percent, List<ErrorKind> kinds) {
    this.percent = percent;
    this.kinds = kinds;
  }

  /** The error of one solution; empty if it makes none. */
  public Optional<ErrorKind> draw(SplittableRandom random) {
    return random.nextInt(100) < percent
        ? Optional.of(kinds.get(random.nextInt(kinds.size())))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
