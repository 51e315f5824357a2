package org.prmlab.llm.endpoint;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When a request is sent again. Waits double from {@code first} to {@code longest}, each shortened
 * by up to a half at random, so that many clients do not come back at once. A server's own {@code
 * Retry-After} comes first, up to {@code longestAsked}.
 *
 * @param attempts most times a request is sent, at least 1
 * @param first wait after the first failure
 * @param longest longest wait of our own
 * @param longestAsked longest wait that a server may ask for
 */
public record RetryRule(int attempts, Duration first, Duration longest, Duration longestAsked) {
  private static final int DOUBLINGS = 30;

  public RetryRule {
    if (attempts < 1) {
      throw new IllegalArgumentException(attempts + " attempts; at least 1 expected");
    }
  }

  /** Six attempts; waits of half a second to half a minute, up to ten minutes if asked. */
  public static RetryRule withDefaults() {
    return new RetryRule(6, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10));
  }

  public RetryRule withAttempts(int attempts) {
    return new RetryRule(attempts, first, longest, longestAsked);
  }

  /** Other waits of our own. */
  public RetryRule withWaits(Duration first, Duration longest) {
    return new RetryRule(attempts, first, longest, longestAsked);
  }

  /**
   * The wait after a failure.
   *
   * @param failures so far, at least 1
   * @param seed of the random part
   */
  Duration after(int failures, long seed) {
    double doubled = first.toMillis() * Math.pow(2, Math.min(failures - 1, DOUBLINGS));
    double bounded = Math.min(doubled, (double) longest.toMillis());
    double part = 1 - new SplittableRandom(seed + failures).nextDouble() / 2;
    return Duration.ofMillis(Math.round(bounded * part));
  }

  /** What a server asked for, within bounds. */
  Duration asked(Duration wait) {
    return wait.compareTo(longestAsked) > 0 ? longestAsked : wait;
  }
}
