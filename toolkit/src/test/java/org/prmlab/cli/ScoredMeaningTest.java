package org.prmlab.cli;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.format.Formats;
import org.prmlab.model.Fixture;
import picocli.CommandLine;

/**
 * What a score means goes with it, from the model into the record and from there into the report.
 */
class ScoredMeaningTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  /** Two problems with three samples each, one of them right. */
  private Path samples() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      var record = JSON.createObjectNode();
      record.put("id", "p" + i / 3 + "-" + i).put("problem_id", "p" + i / 3);
      record.put("problem", "What is " + i / 3 + "?").put("answer", "1");
      record.withArray("steps").add("Let us see" + "e".repeat(i)).add("\\boxed{" + i % 3 + "}");
      lines.add(record.put("label", i % 3 == 1 ? -1 : 1).toString());
    }
    return Files.write(folder.resolve("samples.jsonl"), lines);
  }

  private Path scored(String fixture, String... more) throws IOException {
    Path result = folder.resolve(fixture + ".jsonl");
    List<String> all =
        new ArrayList<>(
            List.of("score", "--prm", Fixture.named(fixture).folder().toString(), "--data"));
    all.addAll(List.of(samples().toString(), "--out", result.toString(), "--json"));
    all.addAll(List.of(more));
    assertEquals(0, run(all.toArray(new String[0])), err.toString());
    return result;
  }

  private JsonNode bestOfN(Path data, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("evaluate", "best-of-n", "--data", data.toString()));
    all.addAll(List.of("--resamples", "100", "--json"));
    all.addAll(List.of(more));
    assertEquals(0, run(all.toArray(new String[0])), err.toString());
    return JSON.readTree(out.toString());
  }

  @Test
  void mathShepherdsScoresAreKnownToBeChancesOfEventualSuccess() throws IOException {
    Path result = scored("mistral", "--family", "math-shepherd");
    for (LabeledSolution one : Formats.read(result).solutions()) {
      assertEquals(ScoreMeaning.EVENTUAL_SUCCESS, one.meaning("mistral"));
    }
    String note =
        "mistral: its scores are chances of eventual success, which the last one says best; product"
            + " would read them as chances that each step is right (the paper, section 3.2.4)";
    assertEquals(note, bestOfN(result, "--aggregation", "product").path("notes").path(0).asText());
    assertFalse(
        bestOfN(result, "--aggregation", "last").path("notes").toString().contains("chances"));
    assertEquals(
        0, run("evaluate", "calibration", "--data", result.toString(), "--prm", "mistral"));
    assertTrue(
        err.toString()
            .contains(
                "warning: scores of mistral are chances of eventual success, but are measured here"
                    + " as chances that the step is right"),
        err.toString());
  }

  @Test
  void aMeaningCanBeStated() throws IOException {
    Path result = scored("qwen2-prm", "--meaning", "eventual-success");
    assertEquals(
        ScoreMeaning.EVENTUAL_SUCCESS,
        Formats.read(result).solutions().get(0).meaning("qwen2-prm"));
    Path usual = folder.resolve("usual.jsonl");
    Files.move(scored("token-classification"), usual);
    JsonNode notes = bestOfN(usual).path("notes");
    assertEquals(
        "token-classification: its scores are chances that each step is right; last would read one"
            + " of them as the chance of eventual success (the paper, section 3.2.4)",
        notes.path(0).asText());
  }

  @Test
  void anOutcomeModelGivesOneScoreASolutionAndRanks() throws IOException {
    Path result = scored("qwen2-rm");
    JsonNode report = JSON.readTree(out.toString());
    assertEquals(6, report.path("outcomes").asInt());
    assertEquals(0, report.path("steps").asInt());
    List<LabeledSolution> solutions = Formats.read(result).solutions();
    assertEquals(6, solutions.stream().filter(s -> s.outcomes().containsKey("qwen2-rm")).count());
    assertEquals(Map.of(), solutions.get(0).scores());
    JsonNode ranked = bestOfN(result).path("prm").path(0);
    assertEquals("qwen2-rm", ranked.path("prm").asText());
    assertEquals("outcome", ranked.path("aggregation").asText());
    int right = 0;
    for (int problem = 0; problem < 2; problem++) {
      List<LabeledSolution> three = solutions.subList(3 * problem, 3 * problem + 3);
      double of1 = three.get(1).outcomes().getOrDefault("qwen2-rm", 0.0);
      right +=
          three.stream().allMatch(s -> s.outcomes().getOrDefault("qwen2-rm", 0.0) <= of1) ? 1 : 0;
    }
    assertEquals(
        50.0 * right, ranked.path("best").path(2).path("accuracy").path("value").asDouble());
  }

  @Test
  void aSolutionTooLongForAnOutcomeModelHasNoScore() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("long.jsonl"),
            """
            {"id": "long", "problem": "p", "steps": ["%s"]}
            {"id": "fine", "problem": "p", "steps": ["a"]}
            """
                .formatted("a".repeat(600)));
    Path result = folder.resolve("out.jsonl");
    String rm = Fixture.named("qwen2-rm").folder().toString();
    assertEquals(
        0,
        run("score", "--prm", rm, "--data", data + "", "--out", result + "", "--truncate"),
        err.toString());
    assertTrue(
        out.toString().contains("1 solutions are longer than the context and have no score"),
        out.toString());
    assertEquals(Map.of(), Formats.read(result).solutions().get(0).outcomes());
    assertEquals(1, Formats.read(result).solutions().get(1).outcomes().size());
  }
}
