package org.prmlab.kernel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.prmlab.kernel.wire.Message;

/**
 * Which cells are not run because a cell before them failed: those that were sent before the front
 * end could know of the failure. Clocks of two machines differ, so sending times are compared only
 * with each other: a request is older if it was sent sooner after the failed one than the failed
 * one took to run.
 */
final class AbortRule {
  private record Failure(Message request, long endNanos, Duration ran) {}

  private Optional<Failure> latest = Optional.empty();

  /** A cell failed, and the front end asked to stop at errors. */
  void failed(Message request, long receivedNanos) {
    long now = System.nanoTime();
    latest = Optional.of(new Failure(request, now, Duration.ofNanos(now - receivedNanos)));
  }

  /** Whether this request was sent without knowing of the failure. */
  boolean applies(Message request, long receivedNanos) {
    if (latest.isEmpty()) {
      return false;
    }
    Failure failure = latest.get();
    return receivedNanos - failure.endNanos() < 0 || wasSentBefore(failure, request);
  }

  private static boolean wasSentBefore(Failure failure, Message request) {
    Message failed = failure.request();
    if (!header(failed, "session").equals(header(request, "session"))) {
      return false;
    }
    try {
      Duration later =
          Duration.between(
              OffsetDateTime.parse(header(failed, "date")),
              OffsetDateTime.parse(header(request, "date")));
      return later.compareTo(failure.ran()) < 0;
    } catch (DateTimeException e) {
      return false; // a front end without dates; the time of arrival has to do
    }
  }

  private static String header(Message message, String field) {
    return Message.text(message.header(), field);
  }
}
