package org.prmlab.evaluation;

import org.prmlab.data.Verdict;

/**
 * How two verdicts on one solution differ. With Monte-Carlo labels first and a judge second, the
 * four kinds are: MC optimistic, MC pessimistic, judge early, judge late (the paper, section
 * 3.1.2).
 */
public enum Disagreement {
  /** The same first error, or both find none: what consensus filtering keeps. */
  NONE,
  /** Only the second finds an error. */
  FIRST_OPTIMISTIC,
  /** Only the first finds an error. */
  FIRST_PESSIMISTIC,
  /** Both find one, the second at an earlier step. */
  SECOND_EARLY,
  /** Both find one, the second at a later step. */
  SECOND_LATE;

  /** The kind of difference between two verdicts. */
  public static Disagreement between(Verdict first, Verdict second) {
    if (first.equals(second)) {
      return NONE;
    }
    if (!first.hasError()) {
      return FIRST_OPTIMISTIC;
    }
    if (!second.hasError()) {
      return FIRST_PESSIMISTIC;
    }
    return second.earliestError().orElseThrow() < first.earliestError().orElseThrow()
        ? SECOND_EARLY
        : SECOND_LATE;
  }

  /** In words, with the names of the sources: {@code rollouts optimistic}. */
  public String named(String first, String second) {
    return switch (this) {
      case NONE -> "the same";
      case FIRST_OPTIMISTIC -> first + " optimistic";
      case FIRST_PESSIMISTIC -> first + " pessimistic";
      case SECOND_EARLY -> second + " early";
      case SECOND_LATE -> second + " late";
    };
  }

  /** The same of first errors as columns hold them: a step, or -1 for none. */
  static Disagreement between(int first, int second) {
    if (first == second) {
      return NONE;
    }
    if (first < 0 || second < 0) {
      return first < 0 ? FIRST_OPTIMISTIC : FIRST_PESSIMISTIC;
    }
    return second < first ? SECOND_EARLY : SECOND_LATE;
  }
}
