package org.prmlab.cli.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.with;
import static org.prmlab.cli.LabelCalls.data;
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
import org.prmlab.cli.CommandRun;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.format.Formats;
import org.prmlab.llm.endpoint.LoopbackServer;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;

/** {@code label judge}. */
class LabelJudgeCommandTest {
  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  @Test
  void aJudgeLabelsAndItsWordsAreKept() throws IOException {
    Path data = data(folder, 5);
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
    Path data = data(folder, 4);
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
}
