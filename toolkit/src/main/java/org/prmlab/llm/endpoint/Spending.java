package org.prmlab.llm.endpoint;

import java.util.Optional;

/**
 * Keeps a run within its caps. Before a request is sent, the most it can take is set aside; so the
 * caps hold whatever the answers turn out to be.
 */
public final class Spending {
  private final long maxRequests;
  private final long maxTokens;
  private long requests;
  private long spent;
  private long setAside;

  /** Nothing taken yet, within these caps. */
  public Spending(EndpointLimits limits) {
    maxRequests = limits.maxRequests().orElse(Long.MAX_VALUE);
    maxTokens = limits.maxTokens().orElse(Long.MAX_VALUE);
  }

  /**
   * Sets tokens aside for one request; waits while requests under way may give some back.
   *
   * @return why the request must not be sent; empty if it may
   */
  synchronized Optional<String> begin(long tokens) throws InterruptedException {
    while (requests < maxRequests && spent + setAside + tokens > maxTokens && setAside > 0) {
      wait();
    }
    if (requests >= maxRequests) {
      return Optional.of("the cap of %,d requests is reached".formatted(maxRequests));
    }
    if (spent + tokens > maxTokens) {
      return Optional.of(
          "the cap of %,d tokens leaves %,d, and the request may take %,d"
              .formatted(maxTokens, maxTokens - spent, tokens));
    }
    requests++;
    setAside += tokens;
    return Optional.empty();
  }

  /** Gives back what a request did not take. */
  synchronized void end(long tokens, long used) {
    setAside -= tokens;
    spent += used;
    notifyAll();
  }

  /** Requests begun so far, failed ones included. */
  public synchronized long requests() {
    return requests;
  }
}
