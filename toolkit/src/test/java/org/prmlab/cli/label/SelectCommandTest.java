package org.prmlab.cli.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.cli.CommandRun.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.CommandRun;
import org.prmlab.llm.endpoint.LoopbackServer;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;

/** Best-of-4 for six problems by a judge that knows a sound solution when it sees one. */
class SelectCommandTest {
  private static final int PROBLEMS = 6;
  private static final int SAMPLES = 4;

  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  /** The sound sample of problem i is sample i mod 4, and alone is right. */
  private Path data() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < PROBLEMS; i++) {
      for (int s = 0; s < SAMPLES; s++) {
        boolean sound = s == i % SAMPLES;
        var record = CommandRun.JSON.createObjectNode();
        record.put("id", "p" + i + "/" + s).put("problem", "Add " + i + ".");
        record.put("problem_id", "p" + i).put("generator", "g");
        record.put("final_answer", sound ? "1" : "2").put("final_answer_correct", sound);
        record.withArray("steps").add(sound ? "a sound step" : "a step").add("the end");
        lines.add(record.toString());
      }
    }
    return Files.write(folder.resolve("samples.jsonl"), lines);
  }

  private List<String> select(String method, LoopbackServer server) throws IOException {
    return List.of(
        "select",
        "--by",
        method,
        "--data",
        data().toString(),
        "--out",
        folder.resolve(method + ".jsonl").toString(),
        "--endpoint",
        server.url(),
        "--model",
        "m",
        "--json");
  }

  private static String prompt(JsonNode body) {
    return body.path("messages").path(0).path("content").asText();
  }

  private static String better(JsonNode body) {
    String prompt = prompt(body);
    int sound = prompt.indexOf("sound step");
    return "\\boxed{%s}".formatted(sound < prompt.indexOf("[Solution B]") ? "A" : "B");
  }

  private static String firstError(JsonNode body) {
    return prompt(body).contains("a sound step") ? "\\boxed{-1}" : "\\boxed{1}";
  }

  private List<JsonNode> rows(String method) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(method + ".jsonl"))) {
      rows.add(CommandRun.JSON.readTree(line));
    }
    return rows;
  }

  @Test
  void aTournamentFindsTheSoundOne() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.start((n, body) -> Manner.NORMAL, SelectCommandTest::better)) {
      assertEquals(0, cli.run(select("pairwise", server)), cli.err.toString());
      assertEquals(PROBLEMS * (SAMPLES - 1), server.requests());
      assertEquals(0, cli.run(select("pairwise", server)), cli.err.toString());
      assertEquals(PROBLEMS * (SAMPLES - 1), server.requests(), "nothing is asked twice");
    }
    JsonNode accuracy = cli.report().path("accuracy");
    assertEquals(100, accuracy.path("chosen").path("value").asDouble());
    assertEquals(100.0 * 2 / PROBLEMS, accuracy.path("first").path("value").asDouble(), 1e-9);
    assertEquals(0, accuracy.path("majority").path("value").asDouble());
    assertEquals(100, accuracy.path("any").path("value").asDouble());
    assertEquals("p1/1", rows("pairwise").get(1).path("chosen").asText());
    assertEquals(3, rows("pairwise").get(1).path("answers").asInt());
  }

  @Test
  void theLargestShareOfRightStepsIsChosen() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.start((n, body) -> Manner.NORMAL, SelectCommandTest::firstError)) {
      List<String> command = with(select("pointwise", server), "--shape", "boxed-index");
      assertEquals(0, cli.run(command), cli.err.toString());
      assertEquals(PROBLEMS * SAMPLES, server.requests());
    }
    assertEquals(100, cli.report().path("accuracy").path("chosen").path("value").asDouble());
    assertEquals(0, cli.report().path("unread").asInt());
    assertEquals(3, rows("pointwise").get(3).path("index").asInt());
  }

  @Test
  void aProblemWithoutAllAnswersIsLeftOutAndAskedForAgain() throws IOException {
    boolean[] ill = {true};
    LoopbackServer.Script script =
        (n, body) -> ill[0] && prompt(body).contains("Add 2.") ? Manner.BAD_REQUEST : Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script, SelectCommandTest::better)) {
      assertEquals(1, cli.run(select("pairwise", server)));
      assertEquals(
          "400: prompt too long", cli.report().path("missing").path("reasons").path("p2").asText());
      assertEquals(PROBLEMS - 1, rows("pairwise").size());
      assertEquals(2 + 3 * (PROBLEMS - 1), server.requests(), "no second round for p2");
      ill[0] = false;
      assertEquals(0, cli.run(select("pairwise", server)), cli.err.toString());
      assertEquals(2 + 3 * PROBLEMS, server.requests());
    }
    assertEquals(PROBLEMS, rows("pairwise").size());
  }

  @Test
  void theReportIsTextForPeople() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.start((n, body) -> Manner.NORMAL, body -> "hard to say")) {
      List<String> command = new ArrayList<>(select("pairwise", server));
      command.remove("--json");
      assertEquals(0, cli.run(command), cli.err.toString());
    }
    assertTrue(cli.out.toString().startsWith("m, pairwise: 6 problems, 24 samples -> "));
    assertTrue(cli.out.toString().contains("answers: 18, of these 18 unread"));
    assertTrue(cli.out.toString().contains("right, chosen by the model: 33.3 ["));
  }
}
