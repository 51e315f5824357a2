package org.prmlab.llm.endpoint;

import java.time.Instant;
import java.util.Optional;
import org.prmlab.llm.endpoint.CallFailure.Reach;

/**
 * What a failed request means, whichever client sent it.
 *
 * @param key the API key: a server that repeats it does not get it printed; empty for none
 */
record HttpFaults(String key) {
  private static final int LONGEST = 300; // characters of a message

  /** A status other than success. */
  CallFailure status(int status, String message, Optional<String> retryAfter) {
    return CallFailure.of(
        reach(status),
        shown(message),
        retryAfter.flatMap(value -> RetryAfter.read(value, Instant.now())));
  }

  /** No answer, half of one, or one that cannot be read: it may work later. */
  CallFailure passing(String message) {
    return CallFailure.of(Reach.PASSING, shown(message), Optional.empty());
  }

  private static Reach reach(int status) {
    return switch (status) {
      case 401, 403, 404, 405 -> Reach.ENDPOINT;
      case 408, 409, 425, 429 -> Reach.PASSING;
      default ->
          status >= 500 ? Reach.PASSING : status < 400 ? Reach.ENDPOINT : Reach.PROMPT; // 3xx
    };
  }

  /** What an exception says and what is behind it. */
  static String message(Throwable e) {
    StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
    for (Throwable c = e.getCause(); c != null; c = c.getCause()) {
      text.append(" (")
          .append(c.getMessage() == null ? c.getClass().getSimpleName() : c.getMessage());
      text.append(")");
    }
    return text.toString();
  }

  /** A message in one line, not too long, without the key. */
  String shown(String message) {
    String line = message.replaceAll("\\s+", " ").replaceFirst(": null$", "").strip();
    String safe = key.isEmpty() ? line : line.replace(key, "***");
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe;
  }
}
