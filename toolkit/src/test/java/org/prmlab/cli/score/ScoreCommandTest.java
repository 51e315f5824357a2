package org.prmlab.cli.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.CommandRun;
import org.prmlab.cli.PrmLab;
import org.prmlab.format.Formats;
import org.prmlab.model.Fixture;
import picocli.CommandLine;

class ScoreCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRM = Fixture.named("qwen2-prm").folder().toString();

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private Path data(int solutions) throws IOException {
    Path file = folder.resolve("data.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < solutions; i++) {
      var record = JSON.createObjectNode();
      record.put("id", "s" + i).put("generator", "test").put("problem", "What is " + i / 2 + "?");
      for (int step = 0; step <= i % 4; step++) {
        record.withArray("steps").add("step " + step + " of " + i + ": " + "x".repeat(i % 7));
      }
      lines.add(record.put("final_answer_correct", true).put("label", -1).toString());
    }
    return Files.write(file, lines);
  }

  private String[] score(Path data, Path result) {
    return new String[] {
      "score", "--prm", PRM, "--data", data.toString(), "--out", result.toString(), "--json"
    };
  }

  private String[] inSmallBatches(Path data, Path result) {
    List<String> arguments = new ArrayList<>(List.of(score(data, result)));
    arguments.add("--max-tokens-per-batch=40");
    return arguments.toArray(new String[0]);
  }

  @Test
  void everyStepOfAFileGetsItsScore() throws IOException {
    Path result = folder.resolve("out.jsonl");
    assertEquals(0, run(score(data(10), result)), err.toString());
    JsonNode report = JSON.readTree(out.toString());
    assertEquals(10, report.path("solutions").asInt());
    assertEquals(23, report.path("steps").asInt());
    for (var solution : Formats.read(result).solutions()) {
      assertEquals(
          solution.solution().steps().size(),
          solution.scores().getOrDefault("qwen2-prm", List.of()).size());
    }
  }

  @Test
  void aRunThatWasInterruptedGivesTheSameBytes() throws IOException {
    Path data = data(80);
    Path whole = folder.resolve("whole.jsonl");
    assertEquals(0, run(score(data, whole)), err.toString());
    for (int bytes : new int[] {1, 5_000, 20_000}) {
      Path cut = folder.resolve("cut" + bytes + ".jsonl");
      Files.copy(whole, cut);
      try (var file = new RandomAccessFile(cut.toFile(), "rw")) {
        file.setLength(bytes);
      }
      assertEquals(0, run(score(data, cut)), err.toString());
      assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(cut), "cut at " + bytes);
    }
  }

  /** Five times a real process, killed where it stands: it writes a few solutions at a time. */
  @Test
  void aRunKilledFiveTimesGivesTheSameBytes() throws IOException, InterruptedException {
    Path data = data(400);
    Path whole = folder.resolve("whole.jsonl");
    assertEquals(0, run(inSmallBatches(data, whole)), err.toString());
    Path killed = folder.resolve("killed.jsonl");
    for (int i = 1; i <= 5; i++) {
      Process process = CommandRun.start(folder, List.of(inSmallBatches(data, killed)));
      long enough = Files.size(whole) * i / 8;
      while (process.isAlive() && (!Files.exists(killed) || Files.size(killed) < enough)) {
        process.waitFor(2, TimeUnit.MILLISECONDS);
      }
      assertEquals(128 + 9, process.destroyForcibly().waitFor(), "exit code of run " + i);
    }
    assertEquals(0, run(inSmallBatches(data, killed)), err.toString());
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(killed));
  }

  @Test
  void anotherConfigurationIsNotMixedIn() throws IOException {
    Path result = folder.resolve("out.jsonl");
    Path data = data(5);
    assertEquals(0, run(score(data, result)), err.toString());
    byte[] before = Files.readAllBytes(result);
    String[] other = score(data, result);
    other[other.length - 1] = "--max-tokens-per-batch=7";
    assertEquals(1, run(other));
    assertTrue(err.toString().contains("results do not mix: choose another file"), err.toString());
    assertArrayEquals(before, Files.readAllBytes(result));
  }

  @Test
  void twoRunsDoNotWriteToOneFile() throws IOException {
    Path result = folder.resolve("out.jsonl");
    try (var other =
        org.prmlab.format.ResumableJsonLines.open(result, "c", Collections.emptyIterator())) {
      assertEquals(0, other.done());
      assertEquals(1, run(score(data(1), result)));
    }
    assertTrue(err.toString().contains("another run writes to it"), err.toString());
  }

  @Test
  void aSolutionBeyondTheContextIsAnErrorThatNamesIt() throws IOException {
    Path data = longSolution();
    assertEquals(1, run(score(data, folder.resolve("out.jsonl"))));
    assertTrue(
        err.toString()
            .matches("(?s).*solution 'long' has \\d+ tokens, qwen2-prm reads at most 512.*"),
        err.toString());
  }

  @Test
  void truncationLeavesTheLastStepsWithoutScore() throws IOException {
    Path result = folder.resolve("out.jsonl");
    String[] arguments = score(longSolution(), result);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--truncate");
    assertEquals(0, run(all.toArray(new String[0])), err.toString());
    assertEquals(1, JSON.readTree(out.toString()).path("unscored_steps").asInt());
    assertEquals(
        1,
        Formats.read(result)
            .solutions()
            .get(0)
            .scores()
            .getOrDefault("qwen2-prm", List.of())
            .size());
  }

  @Test
  void aFirstStepThatIsTooLongLeavesARowWithoutScores() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("first.jsonl"),
            """
            {"id": "first", "problem": "p", "steps": ["%s", "b"]}
            {"id": "fine", "problem": "p", "steps": ["a", "b"]}
            """
                .formatted("a".repeat(600)));
    Path result = folder.resolve("out.jsonl");
    List<String> all = new ArrayList<>(List.of(score(data, result)));
    all.add("--truncate");
    assertEquals(0, run(all.toArray(new String[0])), err.toString());
    assertEquals(2, JSON.readTree(out.toString()).path("unscored_steps").asInt());
    var solutions = Formats.read(result).solutions();
    assertEquals(List.of(), solutions.get(0).scores().get("qwen2-prm"));
    assertEquals(2, solutions.get(1).scores().getOrDefault("qwen2-prm", List.of()).size());
  }

  @Test
  void aRunThatFailsLeavesNoEmptyFile() throws IOException {
    Path result = folder.resolve("out.jsonl");
    assertEquals(1, run(score(longSolution(), result)));
    assertFalse(Files.exists(result));
  }

  @Test
  void aLanguageModelIsNotScoredAsAPrmUnlessItsFamilyIsNamed() throws IOException {
    Path result = folder.resolve("out.jsonl");
    String[] arguments = score(data(2), result);
    arguments[2] = Fixture.named("llama").folder().toString();
    assertEquals(1, run(arguments));
    assertTrue(
        err.toString().contains("LlamaForCausalLM is a language model, and nothing in its files"),
        err.toString());
    assertFalse(Files.exists(result));
    List<String> named = new ArrayList<>(List.of(arguments));
    named.addAll(List.of("--family", "rlhflow"));
    assertEquals(0, run(named.toArray(new String[0])), err.toString());
  }

  /** In a shell a line break is easier written than typed. */
  @Test
  void theSeparatorOfATokenClassifierIsAnOption() throws IOException {
    Fixture trl = Fixture.named("llama-token");
    var record = JSON.createObjectNode().put("id", "s");
    record.put("problem", trl.reference().path("problem").asText());
    record.set("steps", trl.reference().path("steps"));
    Path data = Files.writeString(folder.resolve("trl.jsonl"), record.toString());
    for (String separator : List.of("\\n\\n", "\n\n")) {
      Path result = folder.resolve("out" + separator.length() + ".jsonl");
      List<String> all = new ArrayList<>(List.of(score(data, result)));
      all.set(2, trl.folder().toString());
      all.addAll(List.of("--separator", separator));
      assertEquals(0, run(all.toArray(new String[0])), err.toString());
      var read = Formats.read(result).solutions().get(0).scores();
      var scores = Objects.requireNonNull(read.get("llama-token"));
      assertEquals(trl.reference().path("scores").path(1).asDouble(), scores.get(1), 1e-5);
    }
  }

  private Path longSolution() throws IOException {
    return Files.writeString(
        folder.resolve("long.jsonl"),
        """
        {"id": "long", "generator": "g", "problem": "p", "steps": ["a", "%s"],\
         "final_answer_correct": true, "label": -1}
        """
            .formatted("b".repeat(600)));
  }

  @Test
  void aStepThatHoldsTheMarkerIsAnError() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("marker.jsonl"),
            """
            {"id": "m", "generator": "g", "problem": "p", "steps": ["a <extra_0> b"],\
             "final_answer_correct": true, "label": -1}
            """);
    assertEquals(1, run(score(data, folder.resolve("out.jsonl"))));
    assertTrue(
        err.toString().contains("solution 'm' has 1 steps but 2 step markers"), err.toString());
  }

  @Test
  void rowsOfTokensGiveTheScoresOfTransformers() throws IOException {
    Path result = folder.resolve("scores.jsonl");
    Fixture llama = Fixture.named("llama");
    int code =
        run(
            "score",
            "--prm",
            llama.folder().toString(),
            "--token-ids",
            llama.folder().resolve("reference.json").toString(),
            "--out",
            result.toString());
    assertEquals(0, code, err.toString());
    List<Double> scores = new ArrayList<>();
    for (String line : Files.readAllLines(result)) {
      JSON.readTree(line).path("scores").forEach(s -> scores.add(s.asDouble()));
    }
    assertArrayEquals(llama.scores(), scores.stream().mapToDouble(d -> d).toArray(), 1e-5);
  }

  @Test
  void dataOrTokensMustBeGiven() {
    assertEquals(2, run("score", "--prm", PRM, "--out", folder.resolve("x").toString()));
    assertTrue(err.toString().contains("--data"), err.toString());
  }

  @Test
  void aModelThatIsNowhereSaysHowToFetchIt() throws IOException {
    String[] arguments = score(data(1), folder.resolve("out.jsonl"));
    arguments[2] = "nobody/nothing";
    assertEquals(1, run(arguments));
    assertTrue(err.toString().contains("bring it with: ./prmlab fetch nobody/nothing"));
    assertFalse(Files.exists(folder.resolve("out.jsonl")));
  }
}
