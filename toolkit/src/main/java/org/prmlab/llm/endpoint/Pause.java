package org.prmlab.llm.endpoint;

import java.time.Duration;

/** Waits; a test listens instead. */
@FunctionalInterface
public interface Pause {
  /** Returns after so long. */
  void take(Duration wait) throws InterruptedException;

  /** Real time. */
  static Pause real() {
    return wait -> Thread.sleep(wait.toMillis());
  }
}
