package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.start;
import static org.prmlab.cli.CommandRun.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.format.Formats;
import org.prmlab.labeling.endpoint.LoopbackServer;
import org.prmlab.labeling.endpoint.LoopbackServer.Manner;
import org.prmlab.labeling.endpoint.LoopbackServer.Paid;
import org.prmlab.model.Fixture;

class LabelCommandTest {
  private static final String MODEL = Fixture.named("eurus").folder().toString();

  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  private Path data(int solutions) throws IOException {
    Path file = folder.resolve("data.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < solutions; i++) {
      var record = CommandRun.JSON.createObjectNode();
      record.put("id", "s" + i).put("generator", "g" + i % 2).put("problem", "Add " + i + ".");
      record.put("answer", "1").put("label", i % 3 == 0 ? 0 : -1).put("level", i % 2);
      for (int step = 0; step <= i % 3; step++) {
        record.withArray("steps").add("step " + step + " of " + i);
      }
      lines.add(record.toString());
    }
    return Files.write(file, lines);
  }

  private static List<String> local(Path data, Path result) {
    return List.of(
        "label",
        "mc",
        "--model",
        MODEL,
        "--data",
        data.toString(),
        "--out",
        result.toString(),
        "--rollouts",
        "4",
        "--max-new-tokens",
        "40",
        "--positions-per-batch",
        "4000",
        "--temperature",
        "1",
        "--dtype",
        "float32",
        "--seed",
        "7",
        "--json");
  }

  private static List<String> remote(String kind, LoopbackServer server, Path data, Path result) {
    return List.of(
        "label",
        kind,
        "--endpoint",
        server.url(),
        "--model",
        "m",
        "--data",
        data.toString(),
        "--out",
        result.toString(),
        "--concurrency",
        "4",
        "--json");
  }

  @Test
  void everyStepOfAFileGetsItsCounts() throws IOException {
    Path result = folder.resolve("mc.jsonl");
    assertEquals(0, cli.run(local(data(6), result)), cli.err.toString());
    assertEquals(12, cli.report().path("steps").asInt());
    assertEquals(48, cli.report().path("cost").path("rollouts").asInt());
    assertEquals(
        48 * 40, cli.report().path("usage").path("this_run").path("completion_tokens").asInt());
    for (LabeledSolution solution : Formats.read(result).solutions()) {
      for (StepLabel label : solution.labels("mc").orElseThrow().values()) {
        assertEquals(4, ((StepLabel.MonteCarlo) label).total());
      }
      JsonNode how = CommandRun.JSON.readTree(solution.extra().get("mc_rollouts"));
      assertEquals(1.0, how.path("temperature").asDouble());
      assertEquals(7, how.path("seed").asInt());
      assertEquals(solution.solution().steps().size(), how.path("steps").size());
      assertTrue(how.path("steps").path(0).path("high").asDouble() > 0);
    }
  }

  /** Ten times a real process, killed where it stands: at moments drawn from a seed. */
  @Test
  void aRunKilledTenTimesGivesTheLabelsOfOneRun() throws IOException, InterruptedException {
    Path data = data(60);
    Path whole = folder.resolve("whole.jsonl");
    assertEquals(0, cli.run(local(data, whole)), cli.err.toString());
    Path killed = folder.resolve("killed.jsonl");
    long all = Files.size(journal(whole));
    SplittableRandom random = new SplittableRandom(42);
    long[] moments = random.longs(10, 0, all).sorted().toArray();
    int interrupted = 0;
    for (long moment : moments) {
      Process process = start(local(data, killed));
      while (process.isAlive()
          && (!Files.exists(journal(killed)) || Files.size(journal(killed)) < moment)) {
        process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly().waitFor();
      interrupted += Files.exists(killed) ? 0 : 1;
    }
    assertTrue(interrupted >= 5, interrupted + " of 10 were killed before their end");
    assertEquals(0, cli.run(local(data, killed)), cli.err.toString());
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(killed));
    assertEquals(sorted(journal(whole)), sorted(journal(killed)));
  }

  private static Path journal(Path result) {
    return result.resolveSibling(result.getFileName() + ".journal.jsonl");
  }

  private static List<String> sorted(Path file) throws IOException {
    return Files.readAllLines(file).stream().sorted().toList();
  }

  /**
   * What had reached the journal is never asked again. An answer that was on its way when the
   * process died may be: at most one for each of the 4 requests under way, at each of the kills.
   */
  @Test
  void aKilledClientOfAnEndpointPaysForNoAnswerTwice() throws IOException, InterruptedException {
    Path data = data(40);
    Path result = folder.resolve("mc.jsonl");
    int prompts = Formats.read(data).steps();
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.SLOW)) {
      List<String> command = remote("mc", server, data, result);
      for (int kill = 1; kill <= 4; kill++) {
        Process process = start(command);
        int enough = prompts * kill / 6;
        while (process.isAlive() && server.paid().size() < enough) {
          process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        List<String> kept = new ArrayList<>();
        if (Files.exists(journal(result))) {
          kept.addAll(Files.readAllLines(journal(result)));
        }
        assertTrue(kept.size() + 4 * kill >= server.paid().size(), kept.size() + " kept");
      }
      assertEquals(0, cli.run(command), cli.err.toString());
      Map<String, Integer> times = new HashMap<>();
      server.paid().forEach(p -> times.merge(p.prompt(), 1, Integer::sum));
      assertEquals(prompts, times.size());
      int again = server.paid().size() - prompts;
      assertTrue(again <= 4 * 4, again + " asked again");
      long earlier = cli.report().path("usage").path("earlier").path("answers").asLong();
      long added = cli.report().path("usage").path("this_run").path("answers").asLong();
      assertEquals(prompts, earlier + added);
    }
  }

  @Test
  void whatIsMissingIsSaidAndAskedForByTheSameCommand() throws IOException {
    Path data = data(9);
    Path result = folder.resolve("mc.jsonl");
    boolean[] ill = {true};
    LoopbackServer.Script script =
        (number, body) ->
            ill[0] && body.path("prompt").asText().contains("Add 4.")
                ? Manner.BAD_REQUEST
                : Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script)) {
      List<String> command = remote("mc", server, data, result);
      assertEquals(1, cli.run(command));
      assertEquals(1, cli.report().path("missing").path("solutions").asInt());
      assertEquals(
          "400: prompt too long", cli.report().path("missing").path("reasons").path("s4").asText());
      assertEquals(8, Formats.read(result).size());
      ill[0] = false;
      int before = server.requests();
      assertEquals(0, cli.run(command), cli.err.toString());
      assertEquals(2, server.requests() - before, "the two steps of s4");
      assertEquals(9, Formats.read(result).size());
      assertEquals(18, server.paid().stream().map(Paid::prompt).distinct().count());
    }
  }

  @Test
  void theJournalServesOtherStrategies() throws IOException {
    Path data = data(9);
    Path result = folder.resolve("mc.jsonl");
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL)) {
      assertEquals(0, cli.run(remote("mc", server, data, result)), cli.err.toString());
      int before = server.requests();
      assertEquals(
          0, cli.run(with(remote("mc", server, data, result), "--strategy", "first-error")));
      assertEquals(before, server.requests());
      assertTrue(cli.report().path("cost").path("rollouts").asInt() < 18 * 8);
      assertEquals(18 * 8, cli.report().path("cost").path("full_rollouts").asInt());
      assertEquals(
          1,
          cli.run(with(remote("mc", server, data, result), "--temperature", "0.1")),
          "another configuration");
      assertTrue(cli.err.toString().contains("results do not mix: choose another file"));
    }
  }

  @Test
  void aJudgeLabelsAndItsWordsAreKept() throws IOException {
    Path data = data(5);
    Path result = folder.resolve("judge.jsonl");
    Path prices =
        Files.writeString(
            folder.resolve("prices.json"), "{\"m\": {\"prompt\": 1000, \"completion\": 2000}}");
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL)) {
      List<String> command =
          with(
              remote("judge", server, data, result),
              "--votes",
              "3",
              "--temperature",
              "0.7",
              "--prices",
              prices.toString());
      assertEquals(0, cli.run(command), cli.err.toString());
      assertEquals(15, cli.report().path("judged").path("outputs").asInt());
      assertEquals(5, cli.report().path("judged").path("decided").asInt());
      assertEquals(
          5 * (10 * 1e-3 + 15 * 2e-3), cli.report().path("usage").path("cost").asDouble(), 1e-9);
      LabeledSolution first = Formats.read(result).solutions().get(0);
      assertEquals(StepLabel.Hard.CORRECT, first.labels("judge").orElseThrow().values().get(0));
      JsonNode how = CommandRun.JSON.readTree(first.extra().get("judge_outputs"));
      assertTrue(how.path("votes").path(2).path("text").asText().contains("<conclusion>"));
      assertEquals(-1, how.path("votes").path(2).path("prediction").asInt());
    }
  }

  @Test
  void mistakesInTheCallAreErrorsBeforeAnythingIsAsked() throws IOException {
    Path data = data(2);
    Path result = folder.resolve("r.jsonl");
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL)) {
      assertEquals(1, cli.run(with(remote("judge", server, data, result), "--votes", "3")));
      cli.assertError("3 votes at temperature 0 are all the same; set --temperature, e.g. 0.7");
      assertEquals(1, cli.run(remote("mc", server, data, data)));
      cli.assertError(data + ": is the data itself; choose another file");
      Path other = Files.writeString(folder.resolve("other.jsonl"), "precious");
      assertEquals(1, cli.run(remote("mc", server, data, other)));
      cli.assertError(
          other + ": exists and is no result of this command (it has no journal); choose another");
      assertEquals("precious", Files.readString(other));
      assertEquals(0, cli.run(remote("mc", server, data, result)), cli.err.toString());
      Path again = folder.resolve("again.jsonl");
      int before = server.requests();
      assertEquals(1, cli.run(remote("mc", server, result, again)));
      cli.assertError(
          result + ": solution 's0' has labels of 'mc' already; name the new ones by --source");
      assertEquals(before, server.requests());
      assertEquals(0, cli.run(with(remote("mc", server, result, again), "--source", "mc2")));
      assertEquals(2, Formats.read(again).solutions().get(0).labels().size());
      assertEquals(2, cli.run(with(remote("mc", server, data, result), "--strategy", "lazy")));
      cli.assertError("'lazy'; expected one of every-step, first-error, adaptive");
    }
  }
}
