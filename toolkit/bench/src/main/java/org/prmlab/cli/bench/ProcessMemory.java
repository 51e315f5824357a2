package org.prmlab.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resident memory of this process, as Linux counts it: heap, native memory and mapped files. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESET_PEAK = "5";

  private ProcessMemory() {}

  /**
   * Bytes by which the process grew at its highest while it worked.
   *
   * @throws IllegalStateException where the system does not tell
   */
  static long growth(Runnable work) {
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), RESET_PEAK);
      long before = bytes("VmRSS");
      work.run();
      return bytes("VmHWM") - before;
    } catch (IOException e) {
      throw new IllegalStateException("peak memory is measured on Linux only", e);
    }
  }

  private static long bytes(String name) throws IOException {
    Matcher line =
        Pattern.compile("^" + name + ":\\s+(\\d+) kB$", Pattern.MULTILINE)
            .matcher(Files.readString(STATUS));
    if (!line.find()) {
      throw new IllegalStateException(STATUS + " has no line " + name);
    }
    return Long.parseLong(line.group(1)) * 1024;
  }
}
