package org.prmlab.labeling.endpoint;

import java.time.Duration;

/** Waits; a test listens instead. */
@FunctionalInterface
interface Pause {
  void take(Duration wait) throws InterruptedException;

  static Pause real() {
    return wait -> Thread.sleep(wait.toMillis());
  }
}
