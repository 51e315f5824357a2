package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.model.Fixture;

/** Files larger than the heap of the process that reads them. */
class StreamingTest {
  private static final String HEAP = "-Xmx56m";
  private static final int SOLUTIONS = 1_500;
  private static final String LARGE = "long text ".repeat(4_000); // 40 kB: 60 MB in all

  @TempDir private Path folder;

  private Path data() throws IOException {
    Path file = folder.resolve("data.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < SOLUTIONS; i++) {
        out.write(
            "{\"id\": \"s%d\", \"problem\": \"p%d\", \"steps\": [\"a\"], \"raw\": \"%s\","
                    .formatted(i, i / 2, LARGE)
                + " \"step_labels\": [{\"source\": \"human\", \"values\": [{\"rating\": 0}]}]}\n");
      }
    }
    return file;
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = CommandRun.command(List.of(HEAP), List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"convert %s %s --to prmlab", "label human --data %s --out %s --neutral drop"})
  void aFileLargerThanTheHeapIsRewritten(String command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.jsonl");
    run(command.formatted(data(), out).split(" "));
    assertEquals(SOLUTIONS, lines(out));
    assertTrue(Files.size(out) > SOLUTIONS * (long) LARGE.length());
  }

  @Test
  void aFileLargerThanTheHeapIsScored() throws IOException, InterruptedException {
    Path out = folder.resolve("out.jsonl");
    String prm = Fixture.named("qwen2-prm").folder().toString();
    String[] command = {
      "score", "--prm", prm, "--data", data().toString(), "--out", out.toString()
    };
    run(command);
    assertEquals(SOLUTIONS, lines(out));
    String again = run(command); // reads both files side by side
    assertTrue(again.contains("%d of them by an earlier run".formatted(SOLUTIONS)), again);
  }
}
