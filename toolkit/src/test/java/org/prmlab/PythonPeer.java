package org.prmlab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Python with transformers that the environment variable PRMLAB_PYTHON names. */
public final class PythonPeer {
  private PythonPeer() {}

  /** Runs a script and gives what it printed; skips the test if no Python is named. */
  public static String run(Path script, String... arguments) throws IOException {
    String python = System.getenv("PRMLAB_PYTHON");
    assumeTrue(
        python != null,
        "PRMLAB_PYTHON is not set: nothing is compared with transformers; name a Python with torch,"
            + " transformers and safetensors");
    List<String> command = new ArrayList<>(List.of(python, script.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(script + " failed; its own lines above say why");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return printed;
  }
}
