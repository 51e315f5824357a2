package org.prmlab.llm.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Questions that wait for their answers, a bounded number of them asked at a time.
 *
 * @param <Q> a question; equal questions are one
 */
public final class RequestLine<Q> {
  private static final int LEAST_LOST = 10; // questions in a row, before the endpoint is given up

  private final Calls<Q> calls;
  private final EndpointLimits limits;
  private final Spending spending;
  private final Pause pause;
  private final RequestGate gate;
  private final FirstReason halted = new FirstReason();
  private final FirstReason refused = new FirstReason();
  private final AtomicInteger lostInARow = new AtomicInteger();

  /**
   * How questions are asked.
   *
   * @param <Q> a question
   */
  public interface Calls<Q> {
    /** Whether something of it is not answered yet. */
    boolean isOpen(Q question);

    /** The most tokens that its next request can take. */
    long most(Q question);

    /**
     * Sends one request, and keeps what comes before it returns.
     *
     * @return the tokens it took; 0 if the server does not say
     */
    long send(Q question) throws CallFailure, InterruptedException;

    /** Seeds the random part of waits. */
    long seed(Q question);
  }

  /**
   * @param spending what this line and others of the run took together
   */
  public RequestLine(Calls<Q> calls, EndpointLimits limits, Spending spending, Pause pause) {
    this.calls = calls;
    this.limits = limits;
    this.spending = spending;
    this.pause = pause;
    this.gate = new RequestGate(pause);
  }

  /**
   * Asks until every question is answered or given up.
   *
   * @return why a question was given up
   * @throws EndpointException if the endpoint refuses all of them
   */
  public Map<Q, String> run(List<Q> questions) {
    Map<Q, String> missing = new ConcurrentHashMap<>();
    if (!questions.isEmpty()) {
      int threads = Math.min(limits.concurrency(), questions.size());
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<? extends Future<?>> tasks =
            questions.stream()
                .map(q -> pool.submit(() -> ask(q).ifPresent(r -> missing.put(q, r))))
                .toList();
        await(tasks);
      } finally {
        pool.shutdownNow();
      }
    }
    refused
        .get()
        .ifPresent(
            why -> {
              throw new EndpointException(why);
            });
    return missing;
  }

  private static void await(List<? extends Future<?>> tasks) {
    for (Future<?> task : tasks) {
      try {
        task.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause; // the journal cannot be written, for one
        }
        throw new IllegalStateException("a request ended in an unexpected way", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EndpointException("interrupted; what was answered is in the journal");
      }
    }
  }

  private Optional<String> ask(Q question) {
    try {
      Optional<String> lost = answered(question);
      lost.ifPresent(this::lost);
      return lost;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** Sends requests until all is there, or says why it stopped. */
  private Optional<String> answered(Q question) throws InterruptedException {
    int failures = 0;
    String before = "";
    while (calls.isOpen(question)) {
      long most = calls.most(question);
      gate.pass();
      Optional<String> stop = halted.get().isPresent() ? halted.get() : spending.begin(most);
      if (stop.isPresent()) {
        halted.give(stop.get());
        return Optional.of(stop.get() + before);
      }
      Optional<CallFailure> failure = send(question, most);
      failures = failure.isPresent() ? failures + 1 : 0;
      before = failure.map(f -> "; before that: " + f.text()).orElse("");
      if (failure.isPresent() && !waited(failure.get(), failures, question)) {
        String times = failures == 1 ? "" : failures + " attempts, the last: ";
        return Optional.of(times + failure.get().text());
      }
    }
    lostInARow.set(0);
    return Optional.empty();
  }

  private Optional<CallFailure> send(Q question, long most) throws InterruptedException {
    long used = 0;
    try {
      long tokens = calls.send(question);
      used = tokens == 0 ? most : tokens;
      return Optional.empty();
    } catch (CallFailure e) {
      used = e.used(most);
      return Optional.of(e);
    } finally {
      spending.end(most, used);
    }
  }

  /** Waits before the next attempt; false if there is none. */
  private boolean waited(CallFailure failure, int failures, Q question)
      throws InterruptedException {
    if (failure.reach() == CallFailure.Reach.ENDPOINT) {
      refused.give(
          "the endpoint refuses every request (%s); check its URL, the model's name and the key"
              .formatted(failure.text()));
      halted.give("the endpoint refuses: " + failure.text());
    }
    if (failure.reach() != CallFailure.Reach.PASSING || failures >= limits.retries().attempts()) {
      return false;
    }
    if (failure.retryAfter().isPresent()) {
      gate.close(limits.retries().asked(failure.retryAfter().get()));
    } else {
      pause.take(limits.retries().after(failures, calls.seed(question)));
    }
    return true;
  }

  private void lost(String reason) {
    int most = Math.max(LEAST_LOST, 2 * limits.concurrency());
    if (lostInARow.incrementAndGet() >= most) {
      halted.give(
          "given up after %d prompts in a row failed; the last: %s".formatted(most, reason));
    }
  }
}
