package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.start;
import static org.prmlab.cli.CommandRun.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.format.Formats;
import org.prmlab.served.RewardServer;
import org.prmlab.served.RewardServer.Manner;

/** {@code score --endpoint} against a real server on loopback. */
class ServedScoreCommandTest {
  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  private Path data(int solutions) throws IOException {
    Path file = folder.resolve("data.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < solutions; i++) {
      var record = CommandRun.JSON.createObjectNode();
      record.put("id", "s" + i).put("generator", "g").put("problem", "Add " + i + ".");
      for (int step = 0; step <= i % 3; step++) {
        record.withArray("steps").add("step " + step + " of " + i);
      }
      lines.add(record.put("label", -1).put("final_answer_correct", true).toString());
    }
    return Files.write(file, lines);
  }

  private static List<double[]> rows(JsonNode messages) {
    String answer = messages.get(2).path("content").asText();
    List<double[]> rows = new ArrayList<>();
    for (int i = answer.split("<extra_0>", -1).length - 1; i > 0; i--) {
      rows.add(new double[] {0.25, 0.75});
    }
    return rows;
  }

  private List<String> score(RewardServer server, Path data, Path out) {
    return List.of(
        "score",
        "--endpoint",
        server.url(),
        "--model",
        "Qwen/PRM",
        "--family",
        "qwen2-prm",
        "--data",
        data.toString(),
        "--out",
        out.toString(),
        "--json");
  }

  @Test
  void everyStepGetsItsScore() throws IOException {
    Path out = folder.resolve("out.jsonl");
    try (RewardServer server =
        RewardServer.start((number, body) -> Manner.NORMAL, ServedScoreCommandTest::rows)) {
      assertEquals(0, cli.run(score(server, data(10), out)), cli.err.toString());
    }
    assertEquals(10, cli.report().path("solutions").asInt());
    assertEquals(19, cli.report().path("steps").asInt());
    assertEquals("PROBABILITIES", cli.report().path("scale").asText());
    assertEquals(400, cli.report().path("usage").path("this_run").path("prompt_tokens").asInt());
    for (var solution : Formats.read(out).solutions()) {
      List<Double> scores = solution.scores().getOrDefault("Qwen/PRM", List.of());
      assertEquals(solution.solution().steps().size(), scores.size());
      assertEquals(0.75, scores.get(0));
    }
  }

  @Test
  void aCappedRunSaysWhatIsMissingAndTheNextOneAsksForThatOnly() throws IOException {
    Path out = folder.resolve("out.jsonl");
    Path whole = folder.resolve("whole.jsonl");
    Path data = data(12);
    try (RewardServer server =
        RewardServer.start((number, body) -> Manner.NORMAL, ServedScoreCommandTest::rows)) {
      assertEquals(0, cli.run(score(server, data, whole)), cli.err.toString());
      int before = server.requests();
      assertEquals(1, cli.run(with(score(server, data, out), "--max-requests", "5")));
      assertEquals(7, cli.report().path("missing").path("solutions").asInt());
      assertEquals(5, Formats.read(out).solutions().size());
      assertEquals(0, cli.run(score(server, data, out)), cli.err.toString());
      assertEquals(before + 12, server.requests());
      assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(out));
    }
  }

  @Test
  void aKilledRunLosesNothingAndPaysNothingTwice() throws Exception {
    Path out = folder.resolve("out.jsonl");
    Path data = data(400);
    try (RewardServer server =
        RewardServer.start((number, body) -> Manner.NORMAL, ServedScoreCommandTest::rows)) {
      Process run = start(folder, with(score(server, data, out), "--concurrency", "1"));
      while (server.paid().size() < 40 && run.isAlive()) {
        Thread.onSpinWait();
      }
      run.destroyForcibly().waitFor();
      assertFalse(Files.exists(out));
      assertEquals(0, cli.run(score(server, data, out)), cli.err.toString());
      assertEquals(400, Formats.read(out).solutions().size());
      assertEquals(400, new HashSet<>(server.paid()).size());
      assertTrue(server.paid().size() <= 401, "at most the one under way is paid again");
    }
  }

  @Test
  void optionsThatHaveNoEffectAreRefused() throws IOException {
    Path out = folder.resolve("out.jsonl");
    Path data = data(1);
    assertEquals(2, cli.run(List.of("score", "--data", data.toString(), "--out", out.toString())));
    cli.assertError(
        "--prm is missing: name a checkpoint folder, or the id of a fetched model, or a server"
            + " (--endpoint)");
    List<String> here =
        List.of("score", "--prm", "x", "--data", data.toString(), "--out", out.toString());
    assertEquals(2, cli.run(with(here, "--concurrency", "4")));
    cli.assertError("--concurrency has no effect, since no --endpoint is named; leave it out");
    assertEquals(2, cli.run(with(here, "--endpoint", "http://127.0.0.1:1", "--model", "m")));
    cli.assertError("--family is missing: how the served PRM is fed and read");
    assertEquals(
        2,
        cli.run(
            with(
                here,
                "--endpoint",
                "http://127.0.0.1:1",
                "--model",
                "m",
                "--family",
                "qwen2-prm")));
    cli.assertError("--prm has no effect, since the PRM runs behind --endpoint; leave it out");
  }
}
