package org.prmlab.labeling.endpoint;

import java.time.Duration;
import java.util.Optional;

/** A request without a usable answer. */
final class CallFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** What else it means. */
  enum Reach {
    /** It may work later. */
    PASSING,
    /** This prompt will never be answered. */
    PROMPT,
    /** No prompt will be. */
    ENDPOINT
  }

  private final Reach reach;
  private final transient Optional<Duration> retryAfter;

  CallFailure(Reach reach, String message, Optional<Duration> retryAfter) {
    super(message);
    this.reach = reach;
    this.retryAfter = retryAfter;
  }

  Reach reach() {
    return reach;
  }

  /** What the server asked for. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
