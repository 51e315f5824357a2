package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * The steps of one solution and what a system calls them.
 *
 * @param problem solutions of one problem are not independent
 * @param right whether each step is right
 * @param called whether the system calls it right; empty where that could not be read, which is
 *     neither
 */
public record CalledSteps(String problem, List<Boolean> right, List<Optional<Boolean>> called) {
  public CalledSteps {
    right = List.copyOf(right);
    called = List.copyOf(called);
    if (right.size() != called.size() || right.isEmpty()) {
      throw new IllegalArgumentException(
          "%d steps but %d step labels for '%s'; one a step expected, null where none can be read"
              .formatted(right.size(), called.size(), problem));
    }
  }

  /** Whether all steps are right. */
  boolean isRight() {
    return right.stream().allMatch(r -> r);
  }

  /** Whether the system calls all steps right; empty if it calls none wrong and left some open. */
  Optional<Boolean> isCalledRight() {
    if (called.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return called.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  /** Whether the first wrong step is the first that is called so, with none left open before it. */
  boolean isLocated() {
    int first = right.indexOf(false);
    int end = first < 0 ? right.size() : first;
    boolean before = called.subList(0, end).stream().allMatch(c -> c.orElse(false));
    return before && (first < 0 || called.get(first).equals(Optional.of(false)));
  }
}
