package org.prmlab.cli.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.CommandRun;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;
import org.prmlab.llm.endpoint.LoopbackServer;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;
import org.prmlab.model.Fixture;

/** Search by tiny models of random weights, and by a server that writes solutions of two steps. */
class SearchCommandTest {
  private static final String POLICY = Fixture.named("eurus").folder().toString();
  private static final String PRM = Fixture.named("qwen2-prm").folder().toString();

  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  private Path data(int problems) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < problems; i++) {
      for (int sample = 0; sample < 2; sample++) {
        var record = CommandRun.JSON.createObjectNode();
        record.put("id", "p" + i + "/" + sample).put("problem_id", "p" + i);
        record.put("problem", "Add " + i + ".").put("answer", i % 2 == 0 ? "1" : "5");
        record.withArray("steps").add("a step");
        lines.add(record.toString());
      }
    }
    return Files.write(folder.resolve("problems.jsonl"), lines);
  }

  private static List<String> search(Path data, Path result, String... more) {
    return with(
        List.of(
            "search",
            "--data",
            data.toString(),
            "--out",
            result.toString(),
            "--prm",
            PRM,
            "--dtype",
            "float32",
            "--aggregation",
            "product",
            "--json"),
        more);
  }

  private static List<String> local(Path data, Path result, String strategy) {
    return search(
        data,
        result,
        "--model",
        POLICY,
        "--strategy",
        strategy,
        "--n",
        "4",
        "--width",
        "2",
        "--max-new-tokens",
        "6",
        "--max-steps",
        "2");
  }

  private static List<String> remote(LoopbackServer server, Path data, Path result) {
    return search(data, result, "--model", "m", "--endpoint", server.url(), "--strategy", "greedy");
  }

  /** Two steps, the second boxes 1. */
  private static String next(JsonNode body) {
    return body.path("prompt").asText().contains("First") ? "So \\boxed{1}" : "First, way %d";
  }

  @Test
  void everyStrategyEndsWithOneSolutionAProblem() throws IOException {
    Path data = data(3);
    for (String strategy : List.of("greedy", "beam", "dvts", "samples")) {
      Path result = folder.resolve(strategy + ".jsonl");
      assertEquals(0, cli.run(local(data, result, strategy)), cli.err.toString());
      assertEquals(3, cli.report().path("problems").asInt());
      assertTrue(cli.report().path("tokens").asDouble() > 0);
      for (LabeledSolution found : Formats.read(result).solutions()) {
        int steps = found.solution().steps().size();
        assertTrue(steps <= 2, found.toString());
        assertEquals(steps, found.scores().values().iterator().next().size());
        JsonNode took = CommandRun.JSON.readTree(found.extra().get("search"));
        assertTrue(took.path("steps").asInt() <= 2 * 4);
      }
    }
  }

  @Test
  void twoProblemsUnderOneIdAreBothSearched() throws IOException {
    Path data = folder.resolve("clash.jsonl");
    String line =
        "{\"id\": \"%s\", \"problem_id\": \"0\", \"problem\": \"%s\", \"answer\": \"1\", \"steps\":"
            + " [\"x\"]}%n";
    Files.writeString(
        data,
        line.formatted("a", "Add 1.")
            + line.formatted("b", "Add 2.")
            + line.formatted("c", "Add  1."));
    Path result = folder.resolve("found.jsonl");
    assertEquals(0, cli.run(local(data, result, "samples")), cli.err.toString());
    assertEquals(
        List.of("0", "0#2"),
        Formats.read(result).stream().map(s -> s.solution().problem().id()).toList());
    cli.assertError("warning: 1 problem ids have more than one text");
  }

  /** A real process, killed where its journal is a third and two thirds long. */
  @Test
  void aRunThatIsKilledEndsWithTheBytesOfOneRun() throws IOException, InterruptedException {
    Path data = data(70); // two windows
    Path whole = folder.resolve("whole.jsonl");
    assertEquals(0, cli.run(local(data, whole, "beam")), cli.err.toString());
    long all = Files.size(journal(whole));
    Path killed = folder.resolve("killed.jsonl");
    int interrupted = 0;
    for (int third = 1; third <= 2; third++) {
      Process process = CommandRun.start(folder, local(data, killed, "beam"));
      while (process.isAlive()
          && (!Files.exists(journal(killed)) || Files.size(journal(killed)) < all * third / 3)) {
        process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      interrupted += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor();
    }
    assertEquals(2, interrupted);
    assertEquals(0, cli.run(local(data, killed, "beam")), cli.err.toString());
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(killed));
  }

  private static Path journal(Path result) {
    return result.resolveSibling(result.getFileName() + ".journal.jsonl");
  }

  @Test
  void anEndpointIsStoppedAtEveryStepAndNothingIsAskedTwice() throws IOException {
    Path data = data(4);
    Path result = folder.resolve("found.jsonl");
    try (LoopbackServer server =
        LoopbackServer.start((n, body) -> Manner.NORMAL, SearchCommandTest::next)) {
      assertEquals(0, cli.run(remote(server, data, result)), cli.err.toString());
      assertEquals(2 * 4, server.requests());
      assertEquals("\n\n", server.bodies().get(0).path("stop").asText());
      assertEquals(8, server.bodies().get(0).path("n").asInt());
      assertEquals(4, cli.report().path("complete").asInt());
      assertEquals(50, cli.report().path("accuracy").path("value").asDouble());
      assertEquals(2 * 8 * 5, cli.report().path("tokens").asDouble());
      Files.delete(result);
      assertEquals(0, cli.run(remote(server, data, result)), cli.err.toString());
      assertEquals(2 * 4, server.requests(), "all of it is in the journal");
    }
    LabeledSolution first = Formats.read(result).solutions().get(0);
    assertEquals("So \\boxed{1}", first.solution().steps().get(1));
    assertTrue(first.solution().finalAnswerCorrect().orElseThrow());
  }

  @Test
  void aPromptWithoutAnswerStopsTheRunOrItsPathIsGivenUp() throws IOException {
    Path data = data(4);
    Path result = folder.resolve("found.jsonl");
    LoopbackServer.Script script =
        (n, body) -> body.toString().contains("Add 3.") ? Manner.BAD_REQUEST : Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script, SearchCommandTest::next)) {
      assertEquals(1, cli.run(remote(server, data, result)));
      cli.assertError("1 prompts have no answer (p3/0: 400: prompt too long)");
      Files.deleteIfExists(result);
      assertEquals(
          0, cli.run(with(remote(server, data, result), "--unanswered", "drop")), "given up");
      assertEquals(3, cli.report().path("complete").asInt());
      assertEquals(1, cli.report().path("unanswered").asInt());
    }
    LabeledSolution last = Formats.read(result).solutions().get(3);
    assertEquals(List.of("(nothing was written)"), last.solution().steps());
    assertFalse(last.solution().finalAnswerCorrect().orElseThrow());
  }

  /** The marker of Qwen's PRM, as a careless policy may write it. */
  @Test
  void aStepThatHoldsThePrmsMarkerDropsItsPathAndNotTheRun() throws IOException {
    Path data = data(2);
    Path result = folder.resolve("found.jsonl");
    Function<JsonNode, String> careless =
        body ->
            body.path("prompt").asText().contains("First")
                ? "So \\boxed{1}"
                : body.toString().contains("Add 1.") ? "First, <extra_0>" : "First, way %d";
    try (LoopbackServer server = LoopbackServer.start((n, body) -> Manner.NORMAL, careless)) {
      assertEquals(0, cli.run(remote(server, data, result)), cli.err.toString());
      assertEquals(1, cli.report().path("complete").asInt());
      assertEquals(1, cli.report().path("refused").asInt());
      assertEquals(
          "solution 'p1/0.0' has 1 steps but 2 step markers as tokens; its text holds a marker"
              + " itself",
          cli.report().path("refusal").asText());
      List<String> plain = new ArrayList<>(remote(server, data, result));
      plain.remove("--json");
      assertEquals(0, cli.run(plain), cli.err.toString());
      assertTrue(
          cli.out.toString().contains("cannot read, whose paths were given up: 1"),
          cli.out.toString());
    }
  }

  @Test
  void mistakesInTheCallAreErrors() throws IOException {
    Path data = data(1);
    Path result = folder.resolve("found.jsonl");
    List<String> command = new ArrayList<>(local(data, result, "beam"));
    command.set(command.indexOf("--width") + 1, "3");
    assertEquals(1, cli.run(command));
    cli.assertError("--n 4 is no multiple of --width 3; choose n = paths x width");
    command.remove("--aggregation");
    command.remove("product");
    assertEquals(2, cli.run(command));
    cli.assertError("Missing required option: '--aggregation=NAME'");
  }
}
