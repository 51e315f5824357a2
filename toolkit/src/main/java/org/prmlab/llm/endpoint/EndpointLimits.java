package org.prmlab.llm.endpoint;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How an endpoint is used; nothing here changes an answer.
 *
 * @param concurrency most requests under way at a time, at least 1
 * @param timeout what one request may take
 * @param retries what happens after a failure
 * @param maxRequests most requests of this run, failed ones included
 * @param maxTokens most tokens of this run, read and written: no request is sent that might pass it
 */
public record EndpointLimits(
    int concurrency,
    Duration timeout,
    RetryRule retries,
    OptionalLong maxRequests,
    OptionalLong maxTokens) {
  public EndpointLimits {
    if (concurrency < 1 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "concurrency %d, time-out %s; at least 1 and more than 0 expected"
              .formatted(concurrency, timeout));
    }
  }

  /** 16 at a time, ten minutes each, no caps. */
  public static EndpointLimits withDefaults() {
    return new EndpointLimits(
        16,
        Duration.ofMinutes(10),
        RetryRule.withDefaults(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  public EndpointLimits withConcurrency(int concurrency) {
    return new EndpointLimits(concurrency, timeout, retries, maxRequests, maxTokens);
  }

  public EndpointLimits withTimeout(Duration timeout) {
    return new EndpointLimits(concurrency, timeout, retries, maxRequests, maxTokens);
  }

  public EndpointLimits withRetries(RetryRule retries) {
    return new EndpointLimits(concurrency, timeout, retries, maxRequests, maxTokens);
  }

  public EndpointLimits withMaxRequests(long maxRequests) {
    return new EndpointLimits(
        concurrency, timeout, retries, OptionalLong.of(maxRequests), maxTokens);
  }

  public EndpointLimits withMaxTokens(long maxTokens) {
    return new EndpointLimits(
        concurrency, timeout, retries, maxRequests, OptionalLong.of(maxTokens));
  }
}
