package org.prmlab.cli.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.CommandRun;
import org.prmlab.cli.PrmLab;
import org.prmlab.cli.common.Failures;
import org.prmlab.model.Fixture;
import org.prmlab.training.TrainingProgress;
import picocli.CommandLine;

class TrainCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private String[] train(String result) throws IOException {
    Path file = folder.resolve("data.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      var record = JSON.createObjectNode();
      record.put("id", "s" + i).put("generator", "test").put("problem", "What is " + i + "?");
      for (int step = 0; step <= i % 4; step++) {
        record.withArray("steps").add("step " + step);
      }
      lines.add(record.put("final_answer_correct", true).put("label", i % 3 - 1).toString());
      lines.removeIf(l -> l.contains("\"label\":1") && !l.contains("step 1"));
    }
    Files.write(file, lines);
    return new String[] {
      "train",
      "--data",
      file.toString(),
      "--init",
      Fixture.named("eurus").folder().toString(),
      "--out",
      folder.resolve(result).toString(),
      "--epochs",
      "20",
      "--batch",
      "4",
      "--rate",
      "1e-3",
      "--save-every",
      "3",
      "--device",
      "cpu",
      "--json"
    };
  }

  @Test
  void aLanguageModelBecomesAPrmThatScores() throws IOException {
    assertEquals(0, run(train("prm")), err.toString());
    JsonNode report = JSON.readTree(out.toString());
    assertEquals(report.path("steps").asInt() / 20, (report.path("solutions").asInt() + 3) / 4);
    assertEquals(0, report.path("resumed").asInt());
    Path scored = folder.resolve("scored.jsonl");
    assertEquals(
        0,
        run(
            "score",
            "--prm",
            folder.resolve("prm").toString(),
            "--data",
            folder.resolve("data.jsonl").toString(),
            "--out",
            scored.toString()),
        err.toString());
    assertEquals(
        report.path("solutions").asInt() + report.path("left_out").asInt(),
        Files.readAllLines(scored).size());
  }

  @Test
  void heldOutDataAreInTheReport() throws IOException {
    String[] arguments = train("watched");
    List<String> more = new ArrayList<>(List.of(arguments));
    more.addAll(List.of("--validate", arguments[2], "--validate-every", "7", "--patience", "50"));
    assertEquals(0, run(more.toArray(new String[0])), err.toString());
    JsonNode held = JSON.readTree(out.toString()).path("held_out");
    assertEquals(7, held.path(0).path("step").asInt());
    assertTrue(held.path(0).path("f1").isNumber() && held.path(0).path("loss").isNumber());
    assertEquals(
        CommandLine.ExitCode.USAGE,
        run("train", "--data", "x", "--init", "y", "--out", "z", "--patience", "2"));
    assertTrue(err.toString().contains("--patience and --validate-every go with --validate"));
  }

  /** A real process, killed where it stands. */
  @Test
  void aTrainingKilledThreeTimesGivesTheSameBytes() throws IOException, InterruptedException {
    assertEquals(0, run(train("whole")), err.toString());
    Path state = folder.resolve("killed/training-state.safetensors");
    for (int i = 0; i < 3; i++) {
      long before = Files.exists(state) ? Files.getLastModifiedTime(state).toMillis() : 0;
      Process process = CommandRun.start(folder, List.of(train("killed")));
      while (process.isAlive()
          && (!Files.exists(state) || Files.getLastModifiedTime(state).toMillis() == before)) {
        process.waitFor(2, TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly().waitFor();
    }
    out.getBuffer().setLength(0);
    assertEquals(0, run(train("killed")), err.toString());
    assertTrue(JSON.readTree(out.toString()).path("resumed").asInt() >= 3, out.toString());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole/model.safetensors")),
        Files.readAllBytes(folder.resolve("killed/model.safetensors")));
  }

  /** The engine must not be unloaded while it computes: that crashed the virtual machine. */
  @Test
  void aTrainingThatIsToldToEndEndsWithoutACrash() throws IOException, InterruptedException {
    Path state = folder.resolve("ended/training-state.safetensors");
    for (int i = 1; i <= 4; i++) {
      long before = Files.exists(state) ? Files.getLastModifiedTime(state).toMillis() : 0;
      String[] arguments = train("ended");
      arguments[8] = "20000"; // epochs
      Process process = CommandRun.start(folder, List.of(arguments));
      while (process.isAlive()
          && (!Files.exists(state) || Files.getLastModifiedTime(state).toMillis() == before)) {
        process.waitFor(2, TimeUnit.MILLISECONDS);
      }
      process.destroy();
      int terminated = 128 + 15;
      assertEquals(terminated, process.waitFor(), "exit code of run " + i);
    }
  }

  @Test
  void aMissingModelIsOneLine() throws IOException {
    String[] arguments = train("prm");
    arguments[4] = folder.resolve("none").toString();
    assertEquals(Failures.FAILED, run(arguments));
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void theBarSaysHowFarItIs() {
    var state = new TrainingProgress.State(30, 120, 0.25, 9000, 30, Duration.ofSeconds(45));
    assertEquals(
        "[#####...............] step 30 of 120, loss 0.2500, 200 tokens/s, 2:15 left ",
        TerminalTraining.line(state));
    var watched =
        new TrainingProgress.State(
            30,
            120,
            0.25,
            9000,
            30,
            Duration.ofSeconds(45),
            java.util.Optional.of(new org.prmlab.training.HeldOutResult(20, 0.5, 0.625)));
    assertEquals(
        "[#####...............] step 30 of 120, loss 0.2500, held-out loss 0.5000, F1 62.5, 200"
            + " tokens/s, 2:15 left ",
        TerminalTraining.line(watched));
  }
}
