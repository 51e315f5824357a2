package org.prmlab.kernel.cell;

import java.util.Optional;

/** What to do about the errors whose own message does not say it. */
final class ErrorAdvice {
  private static final long MIB = 1 << 20;

  private ErrorAdvice() {}

  static Optional<String> of(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return Optional.of("calls are nested too deeply; does a method call itself without an end?");
    }
    if (thrown instanceof OutOfMemoryError
        && String.valueOf(thrown.getMessage()).contains("heap")) {
      return Optional.of(
          ("the Java heap is full (at most %d MiB); set variables you no longer need to null, or"
                  + " start the kernel with JAVA_TOOL_OPTIONS=-Xmx and a larger size")
              .formatted(Runtime.getRuntime().maxMemory() / MIB));
    }
    return Optional.empty();
  }
}
