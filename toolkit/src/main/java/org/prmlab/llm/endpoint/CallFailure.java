package org.prmlab.llm.endpoint;

import java.time.Duration;
import java.util.Optional;

/** A request without a usable answer. */
public final class CallFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** What else it means. */
  public enum Reach {
    /** It may work later. */
    PASSING,
    /** This question will never be answered. */
    PROMPT,
    /** No question will be. */
    ENDPOINT
  }

  private final Reach reach;
  private final transient Optional<Duration> retryAfter;
  private final long tokens; // of an answer, 0 if it does not say; negative without one

  private CallFailure(Reach reach, String message, Optional<Duration> retryAfter, long tokens) {
    super(message);
    this.reach = reach;
    this.retryAfter = retryAfter;
    this.tokens = tokens;
  }

  /** A request that was not answered, or not in full: it is taken to have cost nothing. */
  static CallFailure of(Reach reach, String message, Optional<Duration> retryAfter) {
    return new CallFailure(reach, message, retryAfter, -1);
  }

  /**
   * An answer that came and cannot be used.
   *
   * @param tokens what it took; 0 if the server does not say
   */
  public static CallFailure unusable(Reach reach, String message, long tokens) {
    return new CallFailure(reach, message, Optional.empty(), tokens);
  }

  Reach reach() {
    return reach;
  }

  /** What the server asked for. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** What it took, if the most it can have taken is {@code most}. */
  long used(long most) {
    return tokens < 0 ? 0 : tokens == 0 ? most : tokens;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
