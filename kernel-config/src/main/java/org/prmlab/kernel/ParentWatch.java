package org.prmlab.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * Ends the kernel when the process that started it is gone, so that a killed front end leaves no
 * kernel behind. Jupyter names that process in {@code JPY_PARENT_PID}.
 */
final class ParentWatch {
  private static final long INTERVAL_MILLIS = 1000;

  private ParentWatch() {}

  /** Starts watching if the named process is the one that started this one. */
  static void start(Map<String, String> variables, Runnable whenGone) {
    String named = variables.getOrDefault("JPY_PARENT_PID", "");
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isEmpty() || !named.equals(Long.toString(parent.get().pid()))) {
      return;
    }
    Thread watch =
        new Thread(
            () -> {
              try {
                while (ProcessHandle.current().parent().equals(parent)) {
                  Thread.sleep(INTERVAL_MILLIS);
                }
                whenGone.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "parent watch");
    watch.setDaemon(true);
    watch.start();
  }
}
