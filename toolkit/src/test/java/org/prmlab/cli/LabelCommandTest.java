package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.RealData;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.format.Formats;
import org.prmlab.labeling.endpoint.LoopbackServer;
import org.prmlab.labeling.endpoint.LoopbackServer.Manner;
import org.prmlab.labeling.endpoint.LoopbackServer.Paid;
import org.prmlab.model.Fixture;
import picocli.CommandLine;

class LabelCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = Fixture.named("eurus").folder().toString();

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(List<String> arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments.toArray(new String[0]));
  }

  private JsonNode report() throws IOException {
    return JSON.readTree(out.toString());
  }

  private Path data(int solutions) throws IOException {
    Path file = folder.resolve("data.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < solutions; i++) {
      var record = JSON.createObjectNode();
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

  private static List<String> with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toList();
  }

  @Test
  void everyStepOfAFileGetsItsCounts() throws IOException {
    Path result = folder.resolve("mc.jsonl");
    assertEquals(0, run(local(data(6), result)), err.toString());
    assertEquals(12, report().path("steps").asInt());
    assertEquals(48, report().path("cost").path("rollouts").asInt());
    assertEquals(
        48 * 40, report().path("usage").path("this_run").path("completion_tokens").asInt());
    for (LabeledSolution solution : Formats.read(result).solutions()) {
      for (StepLabel label : solution.labels("mc").orElseThrow().values()) {
        assertEquals(4, ((StepLabel.MonteCarlo) label).total());
      }
      JsonNode how = JSON.readTree(solution.extra().get("mc_rollouts"));
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
    assertEquals(0, run(local(data, whole)), err.toString());
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
    assertEquals(0, run(local(data, killed)), err.toString());
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(killed));
    assertEquals(sorted(journal(whole)), sorted(journal(killed)));
  }

  private static Path journal(Path result) {
    return result.resolveSibling(result.getFileName() + ".journal.jsonl");
  }

  private static List<String> sorted(Path file) throws IOException {
    return Files.readAllLines(file).stream().sorted().toList();
  }

  private static Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String threads = System.getProperty("ai.djl.pytorch.num_threads");
    if (threads != null) { // another number of threads rounds differently
      command.add("-Dai.djl.pytorch.num_threads=" + threads);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), PrmLab.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
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
      assertEquals(0, run(command), err.toString());
      Map<String, Integer> times = new HashMap<>();
      server.paid().forEach(p -> times.merge(p.prompt(), 1, Integer::sum));
      assertEquals(prompts, times.size());
      int again = server.paid().size() - prompts;
      assertTrue(again <= 4 * 4, again + " asked again");
      long earlier = report().path("usage").path("earlier").path("answers").asLong();
      long added = report().path("usage").path("this_run").path("answers").asLong();
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
      assertEquals(1, run(command));
      assertEquals(1, report().path("missing").path("solutions").asInt());
      assertEquals(
          "400: prompt too long", report().path("missing").path("reasons").path("s4").asText());
      assertEquals(8, Formats.read(result).size());
      ill[0] = false;
      int before = server.requests();
      assertEquals(0, run(command), err.toString());
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
      assertEquals(0, run(remote("mc", server, data, result)), err.toString());
      int before = server.requests();
      assertEquals(0, run(with(remote("mc", server, data, result), "--strategy", "first-error")));
      assertEquals(before, server.requests());
      assertTrue(report().path("cost").path("rollouts").asInt() < 18 * 8);
      assertEquals(18 * 8, report().path("cost").path("full_rollouts").asInt());
      assertEquals(
          1,
          run(with(remote("mc", server, data, result), "--temperature", "0.1")),
          "another configuration");
      assertTrue(err.toString().contains("results do not mix: choose another file"));
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
      assertEquals(0, run(command), err.toString());
      assertEquals(15, report().path("judged").path("outputs").asInt());
      assertEquals(5, report().path("judged").path("decided").asInt());
      assertEquals(
          5 * (10 * 1e-3 + 15 * 2e-3), report().path("usage").path("cost").asDouble(), 1e-9);
      LabeledSolution first = Formats.read(result).solutions().get(0);
      assertEquals(StepLabel.Hard.CORRECT, first.labels("judge").orElseThrow().values().get(0));
      JsonNode how = JSON.readTree(first.extra().get("judge_outputs"));
      assertTrue(how.path("votes").path(2).path("text").asText().contains("<conclusion>"));
      assertEquals(-1, how.path("votes").path(2).path("prediction").asInt());
    }
  }

  @Test
  void mistakesInTheCallAreErrorsBeforeAnythingIsAsked() throws IOException {
    Path data = data(2);
    Path result = folder.resolve("r.jsonl");
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL)) {
      assertEquals(1, run(with(remote("judge", server, data, result), "--votes", "3")));
      assertError("3 votes at temperature 0 are all the same; set --temperature, e.g. 0.7");
      assertEquals(1, run(remote("mc", server, data, data)));
      assertError(data + ": is the data itself; choose another file");
      Path other = Files.writeString(folder.resolve("other.jsonl"), "precious");
      assertEquals(1, run(remote("mc", server, data, other)));
      assertError(
          other + ": exists and is no result of this command (it has no journal); choose another");
      assertEquals("precious", Files.readString(other));
      assertEquals(0, run(remote("mc", server, data, result)), err.toString());
      Path again = folder.resolve("again.jsonl");
      int before = server.requests();
      assertEquals(1, run(remote("mc", server, result, again)));
      assertError(
          result + ": solution 's0' has labels of 'mc' already; name the new ones by --source");
      assertEquals(before, server.requests());
      assertEquals(0, run(with(remote("mc", server, result, again), "--source", "mc2")));
      assertEquals(2, Formats.read(again).solutions().get(0).labels().size());
      assertEquals(2, run(with(remote("mc", server, data, result), "--strategy", "lazy")));
      assertError("'lazy'; expected one of every-step, first-error, adaptive");
    }
  }

  private void assertError(String message) {
    assertTrue(err.toString().contains(message), err.toString());
  }

  @Test
  void theConsensusOfTwoFilesIsWrittenAndReported() throws IOException {
    Path mc = folder.resolve("mc.jsonl");
    Path judge = folder.resolve("judge.jsonl");
    Files.write(
        mc,
        List.of(
            labelled("a", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 0, \"total\": 8}"),
            labelled("b", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 1, \"total\": 8}"),
            labelled("c", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 4, \"total\": 8}"),
            labelled(
                "d", "mc", "{\"correct\": 8, \"total\": 8}", "{\"correct\": 4, \"total\": 8}")));
    Files.write(
        judge,
        List.of(
            labelled("b", "judge", "true", "false"),
            labelled("a", "judge", "true", "false"),
            labelled("c", "judge", "null", "null")));
    Path kept = folder.resolve("kept.jsonl");
    Path dropped = folder.resolve("dropped.jsonl");
    List<String> command =
        List.of(
            "filter",
            "consensus",
            "--mc",
            mc.toString(),
            "--judge",
            judge.toString(),
            "--out",
            kept.toString(),
            "--dropped",
            dropped.toString(),
            "--by",
            "level");
    assertEquals(0, run(with(command, "--json")), err.toString());
    assertEquals(1, report().path("all").path("kept").asInt());
    assertEquals(1, report().path("all").path("dropped").asInt());
    assertEquals(1, report().path("all").path("open").asInt());
    assertEquals(1, report().path("in_one_file_only").asInt());
    assertEquals(50.0, report().path("all").path("share").path("value").asDouble());
    assertEquals(1, report().path("reasons").path("first_optimistic").asInt());
    assertEquals(2, report().path("by_threshold").path("0.125").path("kept").asInt());
    assertEquals(1, report().path("kept_truth").path("both_right").asInt());
    assertEquals(1, report().path("dropped_truth").path("second_right").asInt());
    LabeledSolution first = Formats.read(kept).solutions().get(0);
    assertEquals("a", first.solution().id());
    assertEquals(2, first.labels().size());
    assertEquals(2, Formats.read(dropped).size());
    assertEquals(0, run(command), err.toString());
    assertTrue(out.toString().startsWith("kept 1 of 2 solutions, 50.0 ["), out.toString());
  }

  private static String labelled(String id, String source, String first, String second) {
    return """
        {"id": "%s", "generator": "g", "problem": "p %s", "steps": ["x", "y"], "label": 1,\
         "level": 3, "step_labels": [{"source": "%s", "values": [%s, %s]}]}"""
        .formatted(id, id, source, first, second);
  }

  @Test
  void humanRatingsBecomeLabelsByANamedRule() throws IOException {
    Path data = RealData.file("prm800k_samples.jsonl");
    Path result = folder.resolve("human.jsonl");
    List<String> command =
        List.of("label", "human", "--data", data.toString(), "--out", result.toString(), "--json");
    assertEquals(2, run(command), "the rule must be named");
    assertEquals(0, run(with(command, "--neutral", "as-correct")), err.toString());
    long correct = report().path("labels").path("correct").asLong();
    assertEquals(0, run(with(command, "--neutral", "as-incorrect")), err.toString());
    assertTrue(report().path("labels").path("correct").asLong() < correct);
    assertFalse(
        Formats.read(result).solutions().get(0).labels("human").orElseThrow().values().isEmpty());
  }
}
