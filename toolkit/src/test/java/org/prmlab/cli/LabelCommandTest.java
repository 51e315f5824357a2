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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.format.Formats;
import org.prmlab.format.PrmlabRecord;
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
        "--keep-going",
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

  /** The shipped policy writes real solutions; its vocabulary tells what it is. */
  @Test
  void theTabletopPolicyIsRolledOutFromEveryStep() throws IOException {
    Path worlds = Path.of("..", "datasets", "tabletop", "world-1");
    List<LabeledSolution> shipped = Formats.read(worlds.resolve("best-of-8.jsonl.gz")).solutions();
    Path data = folder.resolve("data.jsonl");
    PrmlabRecord.write(data, shipped.subList(2400, 2406));
    Path result = folder.resolve("mc.jsonl");
    List<String> command = new ArrayList<>(local(data, result));
    command.set(command.indexOf(MODEL), worlds.resolve("policy").toString());
    assertEquals(0, cli.run(command), cli.err.toString());
    int steps = Formats.read(data).steps();
    assertEquals(steps, cli.report().path("steps").asInt());
    assertEquals(4 * steps, cli.report().path("cost").path("rollouts").asInt());
    assertEquals(0, cli.report().path("unlabeled_steps").asInt());
    JsonNode outcomes = cli.report().path("outcomes");
    assertEquals(4 * steps, outcomes.path("correct").asInt() + outcomes.path("wrong").asInt());
    for (LabeledSolution solution : Formats.read(result).solutions()) {
      List<StepLabel> labels = solution.labels("mc").orElseThrow().values();
      labels.forEach(l -> assertEquals(4, ((StepLabel.MonteCarlo) l).total()));
      boolean right = solution.solution().finalAnswerCorrect().orElseThrow();
      assertEquals(
          StepLabel.monteCarlo(right ? 4 : 0, 4), labels.get(labels.size() - 1), "nothing left");
      JsonNode how = CommandRun.JSON.readTree(solution.extra().get("mc_rollouts"));
      assertEquals(1.0, how.path("temperature").asDouble());
      assertEquals(7, how.path("seed").asInt());
      assertEquals(labels.size(), how.path("steps").size());
      assertTrue(how.path("steps").path(0).path("high").asDouble() > 0);
    }
    byte[] first = Files.readAllBytes(result);
    assertEquals(0, cli.run(command), cli.err.toString());
    assertEquals(0, cli.report().path("usage").path("this_run").path("answers").asInt());
    assertArrayEquals(first, Files.readAllBytes(result));
  }

  /** A model of random weights never ends an answer. */
  @Test
  void rolloutsThatWereCutOffLabelNoStep() throws IOException {
    Path result = folder.resolve("mc.jsonl");
    assertEquals(0, cli.run(local(data(6), result)), cli.err.toString());
    assertEquals(12, cli.report().path("steps").asInt());
    assertEquals(12, cli.report().path("unlabeled_steps").asInt());
    assertEquals(48, cli.report().path("cost").path("rollouts").asInt());
    assertEquals(48, cli.report().path("outcomes").path("cut").asInt());
    assertEquals(
        48 * 40, cli.report().path("usage").path("this_run").path("completion_tokens").asInt());
    for (LabeledSolution solution : Formats.read(result).solutions()) {
      for (StepLabel label : solution.labels("mc").orElseThrow().values()) {
        assertEquals(StepLabel.Unlabeled.UNLABELED, label);
      }
      JsonNode how = CommandRun.JSON.readTree(solution.extra().get("mc_rollouts"));
      assertEquals(4, how.path("steps").path(0).path("cut").asInt());
      assertTrue(how.path("steps").path(0).path("high").isMissingNode());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Let me see ... | were cut off before an answer; | raise --max-new-tokens",
        "It is \\boxed{1}. Problem: 7 + ... | were cut off after an answer, | name by --stop",
        "I cannot help with that. | were ended without an answer; | see whether the model goes on",
        "It is \\boxed{\\what{1}} | were with an answer that could not be compared | field answer"
      })
  void aRunWhoseRolloutsHaveNoVerdictStopsBeforeItIsPaidFor(
      String output, String found, String advice) throws IOException {
    Path data = data(40);
    Path result = folder.resolve("mc.jsonl");
    LoopbackServer.Script script = (number, body) -> Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script, body -> output)) {
      List<String> command = remote("mc", server, data, result);
      assertEquals(1, cli.run(command));
      cli.assertError("error: only 0 of 56 rollouts have a verdict: 56 of 56 rollouts " + found);
      cli.assertError(advice);
      cli.assertError("What was drawn is in " + journal(result));
      assertEquals(1, cli.err.toString().lines().count());
      assertEquals(7, server.requests(), "the steps of four solutions");
      assertFalse(Files.exists(result));
      assertEquals(1, cli.run(command));
      assertEquals(7, server.requests(), "what was drawn is not drawn again");
      assertEquals(0, cli.run(with(command, "--keep-going")), cli.err.toString());
      assertEquals(Formats.read(data).steps(), server.requests());
      assertEquals(40, Formats.read(result).size());
      assertEquals(Formats.read(data).steps(), cli.report().path("unlabeled_steps").asInt());
    }
  }

  @Test
  void aStepIsLabelledFromTheRolloutsWithAVerdict() throws IOException {
    Path data = data(3); // of one, two and three steps
    Path result = folder.resolve("mc.jsonl");
    LoopbackServer.Script script = (number, body) -> Manner.NORMAL;
    Function<JsonNode, String> writer =
        body ->
            body.path("prompt").asText().contains("step 2 of 2")
                ? "So \\boxed{%d}"
                : body.path("prompt").asText().contains("step 1 of 2")
                    ? "no way ..."
                    : "So \\boxed{1}";
    try (LoopbackServer server = LoopbackServer.start(script, writer)) {
      assertEquals(0, cli.run(remote("mc", server, data, result)), cli.err.toString());
      assertEquals(1, cli.report().path("unlabeled_steps").asInt());
      assertEquals(8, cli.report().path("outcomes").path("cut").asInt());
      assertEquals(4, cli.report().path("outcomes").path("wrong").asInt());
      assertEquals(
          List.of(
              StepLabel.monteCarlo(8, 8),
              StepLabel.Unlabeled.UNLABELED,
              StepLabel.monteCarlo(4, 8)),
          Formats.read(result).solutions().get(2).labels("mc").orElseThrow().values());
      List<String> command = new ArrayList<>(remote("mc", server, data, result));
      command.remove("--json");
      assertEquals(0, cli.run(command), cli.err.toString());
      String out = cli.out.toString();
      assertTrue(
          out.contains(
              "warning: 16.7 % of the rollouts have no verdict; 8 of 48 rollouts were cut off"
                  + " before an answer: raise --max-new-tokens"),
          out);
      assertTrue(out.contains("too few rollouts have a verdict: 1"), out);
      assertEquals(6, server.requests());
      Path judged = folder.resolve("judge.jsonl");
      Files.writeString(judged, Files.readString(result).replace("\"mc\"", "\"judge\""));
      assertEquals(
          0,
          cli.run(
              List.of("agree", result.toString(), judged.toString(), "--first", "mc", "--json")));
      assertEquals(1, cli.report().path("open").asInt());
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
  void whatAJudgeOnlyThinksIsNoVerdictAndTheUnreadAreCountedByReason() throws IOException {
    Path data = data(4);
    Path result = folder.resolve("judge.jsonl");
    Function<JsonNode, String> writer =
        body -> {
          String asked = body.toString();
          return asked.contains("Add 0.")
              ? "<think><conclusion>Correct</conclusion></think>"
                  + "<analysis_1>bad</analysis_1><conclusion>This isn't correct.</conclusion>"
              : asked.contains("Add 1.")
                  ? "<think> First, <conclusion>Correct</conclusion>, or ..."
                  : asked.contains("Add 2.") ? "<analysis_1>It goes on ..." : "";
        };
    try (LoopbackServer server = LoopbackServer.start((n, body) -> Manner.NORMAL, writer)) {
      List<String> command = new ArrayList<>(remote("judge", server, data, result));
      assertEquals(0, cli.run(command), cli.err.toString());
      JsonNode judged = cli.report().path("judged");
      assertEquals(4, judged.path("outputs").asInt());
      assertEquals(1, judged.path("decided").asInt());
      assertEquals(1, judged.path("errors").asInt());
      assertEquals("{\"cut_off\":1,\"empty\":1,\"thinking\":1}", judged.path("unread").toString());
      command.remove("--json");
      assertEquals(0, cli.run(command), cli.err.toString());
      assertTrue(
          cli.out.toString().contains("warning: 75.0 % of the outputs could not be read"),
          cli.out.toString());
    }
    LabeledSolution second = Formats.read(result).solutions().get(1);
    JsonNode vote = CommandRun.JSON.readTree(second.extra().get("judge_outputs")).at("/votes/0");
    assertEquals("thinking", vote.path("unread").asText());
    assertTrue(vote.path("cut").asBoolean());
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
