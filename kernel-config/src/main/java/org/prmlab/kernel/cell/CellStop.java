package org.prmlab.kernel.cell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends a thread whose cell was interrupted and did not heed it, on virtual machines that cannot
 * stop threads. Compiled cells ask {@link #check} in every loop and at the start of every method.
 */
public final class CellStop extends Error {
  private static final long serialVersionUID = 1;
  private static final Set<Thread> UNWANTED = ConcurrentHashMap.newKeySet();

  private static volatile boolean wanted; // so that a check costs one read as long as all is well

  private CellStop() {
    super("the cell was interrupted", null, false, false);
  }

  /** Throws if this thread is to end; cells call it. */
  public static void check() {
    if (wanted && UNWANTED.contains(Thread.currentThread())) {
      throw new CellStop();
    }
  }

  /** From now on the cell code of this thread fails at every check. */
  static void end(Thread thread) {
    UNWANTED.add(thread);
    wanted = true;
  }

  /** The thread has ended. */
  static void forget(Thread thread) {
    UNWANTED.remove(thread);
    wanted = !UNWANTED.isEmpty();
  }
}
