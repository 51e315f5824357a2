package org.prmlab.model.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A server's answer other than yes. */
final class HubError extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final long retryAfterSeconds;

  private HubError(String message, int status, long retryAfterSeconds) {
    super(message);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static HubError of(URI address, HttpResponse<?> response) {
    String place = address.getScheme() + "://" + address.getAuthority() + address.getPath();
    String advice =
        switch (response.statusCode()) {
          case 401, 403 -> "; set HF_TOKEN, and accept the licence on the model's page if it asks";
          case 404 -> "; check the id, the revision and whether it is a data set or a model";
          default -> "";
        };
    long wait =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(s -> s.matches("\\d{1,6}"))
            .map(Long::parseLong)
            .orElse(-1L);
    return new HubError(
        place + ": answered " + response.statusCode() + advice, response.statusCode(), wait);
  }

  /** Whether it may go better a little later. */
  boolean isPassing() {
    return status == 429 || status >= 500;
  }

  Optional<Duration> retryAfter() {
    return retryAfterSeconds < 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(retryAfterSeconds));
  }
}
