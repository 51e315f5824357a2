package org.prmlab.kernel.cell;

import java.util.List;
import java.util.Optional;

/**
 * The end of the kernel's process by {@code System.exit} in a library: it cannot be stopped any
 * more, only told.
 */
public final class ProcessExit extends Error {
  private static final long serialVersionUID = 1;
  private static final List<String> EXITS =
      List.of("java.lang.Shutdown", "java.lang.Runtime", "java.lang.System");

  private ProcessExit(String message) {
    super(message);
  }

  /** The exit that is under way, with the frames of the thread that asked for it. */
  public static ProcessExit underWay() {
    Optional<StackTraceElement[]> caller =
        Thread.getAllStackTraces().values().stream().filter(ProcessExit::exits).findFirst();
    ProcessExit exit =
        new ProcessExit(
            caller.map(ProcessExit::name).orElse("the process was told to end")
                + "; the kernel ends and its variables are lost: restart it, run the cells above"
                + " again, and leave out the call that exits");
    caller.ifPresent(exit::setStackTrace);
    return exit;
  }

  private static boolean exits(StackTraceElement[] frames) {
    return List.of(frames).stream()
        .anyMatch(
            f -> f.getClassName().equals("java.lang.Runtime") && f.getMethodName().equals("exit"));
  }

  private static String name(StackTraceElement[] frames) {
    return List.of(frames).stream()
        .dropWhile(f -> !f.getClassName().equals("java.lang.Shutdown"))
        .dropWhile(f -> EXITS.contains(f.getClassName()))
        .findFirst()
        .map(
            f ->
                (f.getClassName().contains("$JShell$")
                        ? "the cell"
                        : f.getClassName() + "." + f.getMethodName())
                    + " made the process exit")
        .orElse("some code made the process exit");
  }
}
