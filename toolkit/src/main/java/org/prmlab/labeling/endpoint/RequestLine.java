package org.prmlab.labeling.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.prmlab.labeling.Answer;
import org.prmlab.labeling.AnswerJournal;
import org.prmlab.labeling.Prompt;
import org.prmlab.labeling.SampleRange;

/** Prompts that wait for their answers, a bounded number of them asked at a time. */
final class RequestLine {
  private static final int LEAST_LOST = 10; // prompts in a row, before the endpoint is given up

  private final Call call;
  private final EndpointLimits limits;
  private final Spending spending;
  private final Pause pause;
  private final Gate gate;
  private final FirstReason halted = new FirstReason();
  private final FirstReason refused = new FirstReason();
  private final AtomicInteger lostInARow = new AtomicInteger();

  /** One request. */
  interface Call {
    Answer send(Prompt prompt, SampleRange samples) throws CallFailure;

    /** The most tokens it can take. */
    long most(Prompt prompt, SampleRange samples);
  }

  RequestLine(Call call, EndpointLimits limits, Spending spending, Pause pause) {
    this.call = call;
    this.limits = limits;
    this.spending = spending;
    this.pause = pause;
    this.gate = new Gate(pause);
  }

  /**
   * Asks until every prompt is answered or given up.
   *
   * @return why a prompt was given up
   * @throws EndpointException if the endpoint refuses all of them
   */
  Map<Prompt, String> run(List<Prompt> prompts, AnswerJournal journal) {
    Map<Prompt, String> missing = new ConcurrentHashMap<>();
    if (!prompts.isEmpty()) {
      int threads = Math.min(limits.concurrency(), prompts.size());
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<? extends Future<?>> tasks =
            prompts.stream()
                .map(p -> pool.submit(() -> ask(p, journal).ifPresent(r -> missing.put(p, r))))
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

  private Optional<String> ask(Prompt prompt, AnswerJournal journal) {
    try {
      Optional<String> lost = answered(prompt, journal);
      lost.ifPresent(this::lost);
      return lost;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** Sends requests until all samples are there, or says why it stopped. */
  private Optional<String> answered(Prompt prompt, AnswerJournal journal)
      throws InterruptedException {
    int failures = 0;
    String before = "";
    while (journal.have(prompt) < prompt.samples().count()) {
      SampleRange rest = rest(prompt, journal.have(prompt));
      long most = call.most(prompt, rest);
      gate.pass();
      Optional<String> stop = halted.get().isPresent() ? halted.get() : spending.begin(most);
      if (stop.isPresent()) {
        halted.give(stop.get());
        return Optional.of(stop.get() + before);
      }
      Optional<CallFailure> failure = send(prompt, rest, most, journal);
      failures = failure.isPresent() ? failures + 1 : 0;
      before = failure.map(f -> "; before that: " + f.text()).orElse("");
      if (failure.isPresent() && !waited(failure.get(), failures, prompt)) {
        String times = failures == 1 ? "" : failures + " attempts, the last: ";
        return Optional.of(times + failure.get().text());
      }
    }
    lostInARow.set(0);
    return Optional.empty();
  }

  private static SampleRange rest(Prompt prompt, int have) {
    return new SampleRange(prompt.samples().first() + have, prompt.samples().count() - have);
  }

  private Optional<CallFailure> send(
      Prompt prompt, SampleRange samples, long most, AnswerJournal journal) {
    long used = 0;
    try {
      Answer answer = call.send(prompt, samples);
      journal.append(prompt, samples.first(), answer);
      used = answer.usage().tokens() == 0 ? most : answer.usage().tokens();
      return answer.completions().isEmpty()
          ? Optional.of(
              new CallFailure(
                  CallFailure.Reach.PASSING, "an answer without choices", Optional.empty()))
          : Optional.empty();
    } catch (CallFailure e) {
      return Optional.of(e);
    } finally {
      spending.end(most, used);
    }
  }

  /** Waits before the next attempt; false if there is none. */
  private boolean waited(CallFailure failure, int failures, Prompt prompt)
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
      pause.take(limits.retries().after(failures, prompt.key().hashCode()));
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
