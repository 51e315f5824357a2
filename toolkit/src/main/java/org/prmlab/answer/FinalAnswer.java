package org.prmlab.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The final answer of a solution, as written there.
 *
 * @param text the answer, neither normalised nor empty
 * @param marker what marked it
 */
public record FinalAnswer(String text, AnswerMarker marker) {

  /** The answer a text ends in; empty if nothing in it marks one. */
  public static Optional<FinalAnswer> in(String text) {
    return Arrays.stream(AnswerMarker.values())
        .flatMap(m -> m.find(text).map(found -> new FinalAnswer(found, m)).stream())
        .findFirst();
  }

  /** The answer the steps of a solution end in, searched from the last step to the first. */
  public static Optional<FinalAnswer> in(List<String> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Optional<FinalAnswer> found = in(steps.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
