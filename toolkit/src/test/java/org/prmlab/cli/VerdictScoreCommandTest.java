package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;
import org.prmlab.llm.endpoint.LoopbackServer;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;
import org.prmlab.model.Fixture;

/** {@code score} by PRMs that write, behind a real server on loopback and from a folder. */
class VerdictScoreCommandTest {
  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  private Path data(int solutions) throws IOException {
    Path file = folder.resolve("data.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < solutions; i++) {
      var record = CommandRun.JSON.createObjectNode();
      record.put("id", "s" + i).put("generator", "g").put("problem", "Add " + i + ".");
      for (int step = 0; step < 3; step++) {
        record.withArray("steps").add(step == 1 && i % 2 == 1 ? "1 = 0" : "n = " + (10 * i + step));
      }
      lines.add(record.put("label", -1).put("final_answer_correct", true).toString());
    }
    return Files.write(file, lines);
  }

  private List<String> score(LoopbackServer server, String family, Path data, Path out) {
    return List.of(
        "score",
        "--endpoint",
        server.url(),
        "--model",
        "writer",
        "--family",
        family,
        "--data",
        data.toString(),
        "--out",
        out.toString(),
        "--json");
  }

  /** As GenPRM: about the last paragraph. */
  private static String judge(JsonNode body) {
    JsonNode messages = body.path("messages");
    String last = messages.get(messages.size() - 1).path("content").asText();
    return "<analyze>\u00e9\n</analyze>\n<output>\n**Judgement**: $\\boxed{"
        + (last.contains("1 = 0") ? "No" : "Yes")
        + "}$\n</output>";
  }

  private static List<Double> scores(LabeledSolution solution) {
    return solution.scores().getOrDefault("writer", List.of());
  }

  @Test
  void everyStepGetsAVerdict() throws IOException {
    Path out = folder.resolve("out.jsonl");
    try (LoopbackServer server =
        LoopbackServer.start((number, body) -> Manner.NORMAL, VerdictScoreCommandTest::judge)) {
      assertEquals(0, cli.run(score(server, "genprm", data(4), out)), cli.err.toString());
      assertEquals(12, server.requests());
    }
    assertEquals(12, cli.report().path("read").path("scored").asInt());
    assertEquals(0, cli.report().path("read").path("unread").size());
    List<LabeledSolution> solutions = Formats.read(out).solutions();
    assertEquals(List.of(1.0, 1.0, 1.0), scores(solutions.get(0)));
    assertEquals(List.of(1.0, 0.0, 1.0), scores(solutions.get(1)));
    JsonNode kept =
        CommandRun.JSON.readTree(solutions.get(1).extra().getOrDefault("writer_outputs", ""));
    assertEquals(1, kept.path("steps").get(1).path("wrong").asInt());
    assertEquals(3, kept.path("texts").size());
  }

  @Test
  void theProbabilityOfTheVerdictIsAScore() throws IOException {
    Path out = folder.resolve("out.jsonl");
    try (LoopbackServer server =
        LoopbackServer.start((number, body) -> Manner.NORMAL, VerdictScoreCommandTest::judge)) {
      List<String> command = score(server, "genprm", data(2), out);
      assertEquals(0, cli.run(with(command, "--score-by", "probability")), cli.err.toString());
      assertTrue(server.bodies().get(0).path("logprobs").asBoolean());
      assertEquals(1, cli.run(with(command, "--score-by", "votes")), "another configuration");
      cli.assertError("results do not mix");
    }
    List<Double> scores = scores(Formats.read(out).solutions().get(1));
    assertArrayEquals(
        new double[] {0.875, 0.125, 0.875},
        scores.stream().mapToDouble(Double::doubleValue).toArray(),
        1e-12);
  }

  @Test
  void aStepWithoutAVerdictHasNoScoreAndIsCounted() throws IOException {
    Path out = folder.resolve("out.jsonl");
    try (LoopbackServer server =
        LoopbackServer.start(
            (number, body) -> Manner.NORMAL,
            body -> judge(body).contains("No") ? "<think>It is \\boxed{Yes}" : judge(body))) {
      assertEquals(0, cli.run(score(server, "genprm", data(2), out)), cli.err.toString());
    }
    JsonNode read = cli.report().path("read");
    assertEquals(1, read.path("unread").path("thinking").asInt());
    assertEquals(2, read.path("unscored").asInt(), "the step and the one behind it");
    assertEquals(List.of(1.0), scores(Formats.read(out).solutions().get(1)));
  }

  @Test
  void whatIsMissingIsAskedForAgain() throws IOException {
    Path out = folder.resolve("out.jsonl");
    Path data = data(4);
    try (LoopbackServer server =
        LoopbackServer.start(
            (number, body) -> number == 5 ? Manner.BAD_REQUEST : Manner.NORMAL,
            VerdictScoreCommandTest::judge)) {
      List<String> command = score(server, "genprm", data, out);
      assertEquals(1, cli.run(command), cli.err.toString());
      assertEquals(1, cli.report().path("missing").path("solutions").asInt());
      assertEquals(3, Formats.read(out).solutions().size());
      int paid = server.paid().size();
      assertEquals(0, cli.run(command), cli.err.toString());
      assertEquals(12, server.paid().size());
      assertTrue(paid < 12);
    }
  }

  /** A fixture with room for a prompt. */
  private Path roomy(String fixture) throws IOException {
    Path from = Fixture.named(fixture).folder();
    Path to = Files.createDirectory(folder.resolve(fixture));
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    Path config = to.resolve("config.json");
    String wider =
        Files.readString(config)
            .replace("\"max_position_embeddings\": 512", "\"max_position_embeddings\": 4096");
    Files.writeString(config, wider);
    return to;
  }

  @Test
  void aFolderWritesToo() throws IOException {
    Path out = folder.resolve("out.jsonl");
    List<String> command =
        List.of(
            "score",
            "--prm",
            roomy("eurus").toString(),
            "--family",
            "stepwiser",
            "--data",
            data(1).toString(),
            "--out",
            out.toString(),
            "--max-new-tokens",
            "4",
            "--device",
            "cpu",
            "--json");
    assertEquals(0, cli.run(command), cli.err.toString());
    JsonNode read = cli.report().path("read");
    assertEquals(3, read.path("outputs").asInt(), "a random model says something");
    assertEquals(3, read.path("scored").asInt() + read.path("unscored").asInt());
    assertEquals(1, cli.run(with(command, "--score-by", "probability")));
    cli.assertError("a model that runs here gives no token probabilities; take votes");
  }

  @Test
  void optionsOfTheOtherKindAreRefused() throws IOException {
    List<String> files =
        List.of("--data", data(1).toString(), "--out", folder.resolve("o.jsonl").toString());
    List<String> prm = with(List.of("score", "--prm", "x"), files.toArray(new String[0]));
    assertEquals(2, cli.run(with(prm, "--votes", "3")));
    cli.assertError(
        "--votes has no effect, since only PRMs that write (genprm, thinkprm, stepwiser) are asked"
            + " for words; leave it out");
    assertEquals(2, cli.run(with(prm, "--family", "genprm", "--route", "sglang")));
    cli.assertError(
        "--route has no effect, since a PRM that writes is asked in words; leave it out");
    List<String> served =
        with(
            List.of("score", "--endpoint", "http://127.0.0.1:1/v1", "--model", "m"),
            files.toArray(new String[0]));
    assertEquals(1, cli.run(with(served, "--family", "thinkprm", "--votes", "3")));
    cli.assertError("3 votes at temperature 0 are all the same; set --temperature, e.g. 0.7");
  }
}
