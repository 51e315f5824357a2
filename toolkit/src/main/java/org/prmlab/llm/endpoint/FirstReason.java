package org.prmlab.llm.endpoint;

import java.util.Optional;

/** The first of several reasons that threads give. */
final class FirstReason {
  private Optional<String> reason = Optional.empty();

  /** Keeps this reason if it is the first. */
  synchronized void give(String text) {
    reason = reason.or(() -> Optional.of(text));
  }

  synchronized Optional<String> get() {
    return reason;
  }
}
