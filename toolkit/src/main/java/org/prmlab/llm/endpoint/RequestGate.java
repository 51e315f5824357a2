package org.prmlab.llm.endpoint;

import java.time.Duration;

/**
 * What all requests of a run pass before they are sent. While one of them waits because the server
 * told it to, the others wait too: they would only be told the same.
 */
final class RequestGate {
  private final Pause pause;
  private int waiting;

  RequestGate(Pause pause) {
    this.pause = pause;
  }

  /** Returns when no request waits at the server's word. */
  synchronized void pass() throws InterruptedException {
    while (waiting > 0) {
      wait();
    }
  }

  /** Keeps the gate closed for so long. */
  void close(Duration wait) throws InterruptedException {
    count(1);
    try {
      pause.take(wait);
    } finally {
      count(-1);
    }
  }

  private synchronized void count(int more) {
    waiting += more;
    notifyAll();
  }
}
