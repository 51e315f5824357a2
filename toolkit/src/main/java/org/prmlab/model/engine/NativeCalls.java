package org.prmlab.model.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Long calls into the engine's native library, which the end of the program waits for: a library
 * that is unloaded under a running call takes the virtual machine down with it.
 */
final class NativeCalls {
  private static final long PATIENCE_SECONDS = 20;
  private static final ReentrantReadWriteLock GATE = new ReentrantReadWriteLock();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(NativeCalls::close, "end of native calls"));
  }

  private NativeCalls() {}

  /** Makes a call. Once the program is ending, it never begins. */
  static <T> T run(Supplier<T> call) {
    GATE.readLock().lock();
    try {
      return call.get();
    } finally {
      GATE.readLock().unlock();
    }
  }

  /** Waits for the calls under way, and keeps others out for good. */
  private static void close() {
    try {
      var unused = GATE.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
