package org.prmlab.cli.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.with;
import static org.prmlab.cli.LabelCalls.data;
import static org.prmlab.cli.LabelCalls.journal;
import static org.prmlab.cli.LabelCalls.local;
import static org.prmlab.cli.LabelCalls.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.cli.CommandRun;
import org.prmlab.cli.LabelCalls;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.format.Formats;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.llm.endpoint.LoopbackServer;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;
import org.prmlab.llm.endpoint.LoopbackServer.Paid;

class LabelCommandTest {
  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  /** The shipped policy writes real solutions; its vocabulary tells what it is. */
  @Test
  void theTabletopPolicyIsRolledOutFromEveryStep() throws IOException {
    Path worlds = Path.of("..", "datasets", "tabletop", "world-1");
    List<LabeledSolution> shipped = Formats.read(worlds.resolve("best-of-8.jsonl.gz")).solutions();
    Path data = folder.resolve("data.jsonl");
    PrmlabRecord.write(data, shipped.subList(2400, 2406));
    Path result = folder.resolve("mc.jsonl");
    List<String> command = new ArrayList<>(local(data, result));
    command.set(command.indexOf(LabelCalls.MODEL), worlds.resolve("policy").toString());
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
    assertEquals(0, cli.run(local(data(folder, 6), result)), cli.err.toString());
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
    Path data = data(folder, 40);
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
  void aStepIsLabeledFromTheRolloutsWithAVerdict() throws IOException {
    Path data = data(folder, 3); // of one, two and three steps
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

  @Test
  void whatIsMissingIsSaidAndAskedForByTheSameCommand() throws IOException {
    Path data = data(folder, 9);
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
    Path data = data(folder, 9);
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
  void mistakesInTheCallAreErrorsBeforeAnythingIsAsked() throws IOException {
    Path data = data(folder, 2);
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
