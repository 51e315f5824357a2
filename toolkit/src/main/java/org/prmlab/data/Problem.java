package org.prmlab.data;

import java.util.Optional;

/**
 * A question and, where it is known, its reference answer.
 *
 * @param id identity within its data set, e.g. {@code gsm8k-0}; empty if the source has none
 * @param text the question as the solver reads it
 * @param answer the gold final answer; absent if the source does not give one
 */
public record Problem(String id, String text, Optional<String> answer) {
  public Problem {
    if (text.isBlank()) {
      throw new IllegalArgumentException("problem " + quoted(id) + " has no text");
    }
  }

  /** A problem without a known answer. */
  public static Problem of(String id, String text) {
    return new Problem(id, text, Optional.empty());
  }

  /** What makes it the same problem as another record's. */
  public ProblemKey key() {
    return ProblemKey.of(this);
  }

  private static String quoted(String id) {
    return id.isEmpty() ? "without id" : "'" + id + "'";
  }
}
