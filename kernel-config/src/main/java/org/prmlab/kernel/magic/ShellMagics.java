package org.prmlab.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/**
 * {@code !command}, {@code %%sh} and {@code %%bash}: the system's shell; its output as it comes.
 */
public final class ShellMagics {
  private static final long LAST_OUTPUT_MILLIS = 500;

  /** Registers the commands; {@code !command} goes by the name {@code !}. */
  public void register(MagicsRegistry registry) {
    LineMagic<@Nullable Object, BaseKernel> line =
        (kernel, arguments) -> run("sh", String.join(" ", arguments));
    registry.registerLineMagic("!", line);
    for (String shell : List.of("sh", "bash")) {
      CellMagic<@Nullable Object, BaseKernel> cell = (kernel, arguments, body) -> run(shell, body);
      registry.registerCellMagic(shell, cell);
    }
  }

  private static @Nullable Object run(String shell, String command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(shell, "-c", command)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .start();
    List<Thread> pumps =
        List.of(
            pump(process.getInputStream(), System.out), pump(process.getErrorStream(), System.err));
    try {
      int code = process.waitFor();
      for (Thread pump : pumps) {
        pump.join(LAST_OUTPUT_MILLIS); // a child in the background may keep the stream open
      }
      if (code != 0) {
        System.err.println("the command ended with exit code " + code);
      }
      return null;
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw e;
    }
  }

  private static Thread pump(InputStream from, PrintStream to) {
    Thread thread =
        new Thread(
            () -> {
              try (from) {
                from.transferTo(to);
              } catch (IOException e) {
                // the process is gone
              }
            },
            "command output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
