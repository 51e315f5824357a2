package org.prmlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a benchmark, run once as a process of its own.
 *
 * @param seconds wall time from start to exit, start-up included
 * @param cpuSeconds processor time of all its threads; 0 if it was not measured
 * @param peakMb its largest resident memory; 0 if it was not measured
 * @param result the JSON object it printed on its last line
 */
record SideRun(double seconds, double cpuSeconds, double peakMb, JsonNode result) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Runs a command; its error output goes to ours.
   *
   * @throws IllegalStateException if it fails or prints no JSON
   */
  static SideRun of(List<String> command) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (status != 0) {
        throw new IllegalStateException(
            "'%s' ended with status %d; its own words stand above"
                .formatted(String.join(" ", command), status));
      }
      List<String> lines = output.strip().lines().toList();
      return new SideRun(seconds, 0, 0, JSON.readTree(lines.get(lines.size() - 1)));
    } finally {
      process.destroy();
    }
  }

  /**
   * Runs a command under a script that tells what it took.
   *
   * @param measure an interpreter and {@code measured.py}
   */
  static SideRun measured(Measure measure, List<String> command)
      throws IOException, InterruptedException {
    List<String> both = new ArrayList<>(List.of(measure.python(), measure.script().toString()));
    both.addAll(command);
    JsonNode told = of(both).result();
    return new SideRun(
        told.path("seconds").asDouble(),
        told.path("cpu_seconds").asDouble(),
        told.path("peak_mb").asDouble(),
        told.path("result"));
  }

  /** What measures: a Python and {@code measured.py}. */
  record Measure(String python, Path script) {}
}
