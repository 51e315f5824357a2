package org.prmlab.answer;

import java.time.Duration;

/**
 * Decides whether two final answers are the same answer: as mathematics, never by how they are
 * spelled and never by one containing the other ("1" is not in "12").
 *
 * <p>A unit that only one of them names is ignored; a percentage equals its number and its
 * hundredth (50 %, 50, 0.5). Different units are undecided. Lists and sets are compared in any
 * order, tuples in theirs. See docs/decisions/003-answer-equivalence.md.
 *
 * @param timeLimit what one pair may take; longer is {@link Equivalence#UNDECIDED}. A limit on the
 *     work, the same on every machine, comes first in all but the busiest moments
 * @param seed of the random points at which expressions are compared
 */
public record AnswerComparison(Duration timeLimit, long seed) {
  /** Answers longer than this are prose, not mathematics. */
  private static final int LONGEST = 2000;

  /** 2 seconds a pair, seed 1. */
  public static AnswerComparison withDefaults() {
    return new AnswerComparison(Duration.ofSeconds(2), 1);
  }

  public AnswerComparison withTimeLimit(Duration timeLimit) {
    return new AnswerComparison(timeLimit, seed);
  }

  public AnswerComparison withSeed(long seed) {
    return new AnswerComparison(timeLimit, seed);
  }

  /** Whether two answers are the same; the order of the two does not matter. */
  public Equivalence compare(String gold, String answer) {
    if (gold.strip().equals(answer.strip())) {
      return Equivalence.EQUAL;
    }
    if (gold.length() > LONGEST || answer.length() > LONGEST) {
      return Equivalence.UNDECIDED;
    }
    String a = LatexText.plain(gold);
    String b = LatexText.plain(answer);
    if (!a.isEmpty() && a.replaceAll("\\s", "").equals(b.replaceAll("\\s", ""))) {
      return Equivalence.EQUAL;
    }
    try {
      WorkLimit limit = new WorkLimit(timeLimit);
      limit.check();
      return new StructureComparison(limit, new ScalarComparison(limit, seed))
          .of(AnswerInUnit.parse(a), AnswerInUnit.parse(b));
    } catch (Unreadable | WorkLimit.Exceeded e) {
      return Equivalence.UNDECIDED;
    }
  }
}
