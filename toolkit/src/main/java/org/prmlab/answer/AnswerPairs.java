package org.prmlab.answer;

import java.util.HashMap;
import java.util.Map;

/**
 * Compares some answers with each other, such as those to one problem: each is read once, however
 * many others it is compared with. For one thread.
 */
public final class AnswerPairs {
  private final AnswerComparison comparison;
  private final Map<String, ReadAnswer> read = new HashMap<>();

  private AnswerPairs(AnswerComparison comparison) {
    this.comparison = comparison;
  }

  /** Compares as {@code comparison} does. */
  public static AnswerPairs of(AnswerComparison comparison) {
    return new AnswerPairs(comparison);
  }

  /** Whether two answers are the same; the order of the two does not matter. */
  public Equivalence compare(String gold, String answer) {
    return comparison.compare(answer(gold), answer(answer));
  }

  private ReadAnswer answer(String text) {
    return read.computeIfAbsent(text, ReadAnswer::new);
  }
}
