package org.prmlab.answer;

import java.util.List;
import java.util.Optional;

/**
 * The final answer of a solution, as written there.
 *
 * @param text the answer, not normalized, not empty
 * @param rule by what it was found
 */
public record FinalAnswer(String text, AnswerRule rule) {

  /** The answer a text ends in, by any rule; empty if there is none. */
  public static Optional<FinalAnswer> in(String text) {
    return AnswerExtraction.withDefaults().in(text);
  }

  /** The answer the steps of a solution end in, by any rule; empty if there is none. */
  public static Optional<FinalAnswer> in(List<String> steps) {
    return AnswerExtraction.withDefaults().in(steps);
  }
}
