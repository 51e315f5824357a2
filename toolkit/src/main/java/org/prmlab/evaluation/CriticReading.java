package org.prmlab.evaluation;

import java.util.Optional;
import org.prmlab.data.Verdict;

/**
 * What was read from one output of a critic or a judge.
 *
 * @param verdict absent if it could not be read
 * @param unread why not; absent if it was
 */
public record CriticReading(Optional<Verdict> verdict, Optional<Unread> unread) {
  public CriticReading {
    if (verdict.isPresent() == unread.isPresent()) {
      throw new IllegalArgumentException(
          "verdict %s, unread for %s; exactly one of them expected".formatted(verdict, unread));
    }
  }

  /** A verdict. */
  public static CriticReading of(Verdict verdict) {
    return new CriticReading(Optional.of(verdict), Optional.empty());
  }

  /** None. */
  public static CriticReading of(Unread reason) {
    return new CriticReading(Optional.empty(), Optional.of(reason));
  }

  /** This reading of a solution with so many steps: an error beyond them is none. */
  public CriticReading within(int steps) {
    int error = verdict.map(v -> v.earliestError().orElse(0)).orElse(0);
    return error < steps ? this : of(Unread.BEYOND_SOLUTION);
  }

  /** This reading of an output that the limit on new tokens ended. */
  public CriticReading cutOff() {
    return unread.filter(Unread::mayBeCutOff).isPresent() ? of(Unread.CUT_OFF) : this;
  }
}
