package org.prmlab.kernel.cell;

/** What is done to every compiled cell before it is loaded. */
final class CellCode {
  private static final int LAST_WITH_THREAD_STOP = 19;

  private CellCode() {}

  /** Whether this virtual machine can stop a thread by itself. */
  static boolean canStopThreads() {
    return Runtime.version().feature() <= LAST_WITH_THREAD_STOP;
  }

  /** The class without exits of the process and, where it is needed, with checks in its loops. */
  static byte[] prepared(byte[] compiledClass) {
    byte[] guarded = ExitGuard.guard(compiledClass);
    return canStopThreads() ? guarded : StopChecks.in(guarded);
  }
}
