package org.prmlab.prm;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** Batches that wait for a device. A batch that was too large for one comes back as two halves. */
final class BatchQueue {
  private final Deque<Batch> waiting;
  private int running;
  private boolean stopped;

  BatchQueue(Collection<Batch> batches) {
    waiting = new ArrayDeque<>(batches);
  }

  /** The next batch; waits while one that is running may still come back; empty at the end. */
  synchronized Optional<Batch> next() throws InterruptedException {
    while (waiting.isEmpty() && running > 0) {
      wait();
    }
    Optional<Batch> next = Optional.ofNullable(waiting.poll());
    running += next.isPresent() ? 1 : 0;
    return next;
  }

  /** A batch has been computed. */
  synchronized void done() {
    running--;
    notifyAll();
  }

  /** A batch did not fit. */
  synchronized void halve(Batch batch) {
    if (!stopped) {
      batch.halves().forEach(waiting::addFirst);
    }
    done();
  }

  /** Nothing more is to be begun. */
  synchronized void stop() {
    stopped = true;
    waiting.clear();
  }
}
