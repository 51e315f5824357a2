package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.RealData;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;
import org.prmlab.format.Formats;
import picocli.CommandLine;

class EvaluateCommandTest {
  /** Four solutions of four problems: two with an error, one of them with a right answer. */
  private static final String DATA =
      """
      {"id": "a", "generator": "g", "problem": "A?", "steps": ["1", "2"], "final_answer_correct": false, "label": 0}
      {"id": "b", "generator": "g", "problem": "B?", "steps": ["1", "2"], "final_answer_correct": true, "label": 1}
      {"id": "c", "generator": "h", "problem": "C?", "steps": ["1", "2"], "final_answer_correct": true, "label": -1}
      {"id": "d", "generator": "h", "problem": "D?", "steps": ["1", "2"], "final_answer_correct": true, "label": -1}
      """;

  private static final String SCORES =
      """
      {"id": "a", "scores": [0.1, 0.2]}
      {"id": "b", "scores": [0.9, 0.3]}
      {"id": "c", "scores": [0.9, 0.0]}
      {"id": "d", "scores": [0.9, 0.8]}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
  }

  @Test
  void predictionsAreMeasured() throws IOException {
    String predictions =
        """
        {"id": "d", "prediction": null}
        {"id": "c", "prediction": -1}
        {"id": "b", "prediction": 0}
        {"id": "a", "prediction": 0}
        """;
    JsonNode report =
        json("step-errors", "--data", data(), "--predictions", file("p.jsonl", predictions));
    assertEquals(50, value(report.get("all").get("f1")));
    assertEquals(50, value(report.get("all").get("error_accuracy")));
    assertEquals(50, value(report.get("all").get("correct_accuracy")));
    assertEquals(1, report.get("all").get("unparsed").asInt());
    assertEquals(1, report.get("correct_answer_wrong_process").get("rows").asInt());
    assertEquals(0, value(report.get("correct_answer_wrong_process").get("exact_location")));
    assertEquals(100, value(report.get("correct_answer_wrong_process").get("detection")));
    assertTrue(report.get("by_generator").get("g").get("f1").isNull());
    assertEquals(64, report.get("sha256").asText().length());
  }

  @Test
  void criticOutputsAreParsedAndVoted() throws IOException {
    String outputs =
        """
        {"id": "a", "outputs": ["\\\\boxed{0}", "\\\\boxed{0}", "\\\\boxed{1}"]}
        {"id": "b", "outputs": ["nothing", "so \\\\boxed{1}"]}
        {"id": "c", "outputs": ["\\\\boxed{-1}"]}
        {"id": "d", "outputs": ["all fine"]}
        """;
    JsonNode all =
        json("step-errors", "--data", data(), "--predictions", file("o.jsonl", outputs)).get("all");
    assertEquals(100, value(all.get("error_accuracy")));
    assertEquals(50, value(all.get("correct_accuracy")));
    assertEquals(1, all.get("unparsed").asInt());
  }

  @ParameterizedTest(name = "threshold {0}: error {1}, correct {2}")
  @CsvSource({"0.5, 100, 50", "0.25, 50, 50", "0.85, 100, 0"})
  void scoresAreJudgedAtTheThreshold(String threshold, double error, double correct)
      throws IOException {
    JsonNode report =
        json("step-errors", "--data", data(), "--scores", scores(), "--threshold", threshold);
    assertEquals(error, value(report.get("all").get("error_accuracy")));
    assertEquals(correct, value(report.get("all").get("correct_accuracy")));
    assertEquals("fixed", report.get("threshold").get("mode").asText());
    assertEquals(75, value(report.get("minimum_at_end").get("strict")));
  }

  @Test
  void aThresholdTunedOnTheEvaluatedFileIsSaidToLeak() throws IOException {
    String[] command = {"step-errors", "--data", data(), "--scores", scores(), "--tune-on", data()};
    JsonNode threshold = json(command).get("threshold");
    assertEquals("tuned", threshold.get("mode").asText());
    assertEquals(4, threshold.get("tuned_on_evaluated").asInt());
    assertEquals(0, run(command));
    assertTrue(
        out.toString().contains("tuned on problems of 4 of these 4 rows, so their F1 is too high"),
        out.toString());
  }

  @Test
  void aThresholdIsTunedOnAnotherFileWithScoresOfItsOwn() throws IOException {
    String other = file("other.jsonl", DATA.replace("?\"", "??\""));
    String otherScores = file("other-scores.jsonl", SCORES.replace("0.3", "0.85"));
    JsonNode threshold =
        json(
                "step-errors",
                "--data",
                data(),
                "--scores",
                scores(),
                "--tune-on",
                other,
                "--tune-scores",
                otherScores)
            .get("threshold");
    assertEquals(0, threshold.get("tuned_on_evaluated").asInt());
    assertEquals(0.1, threshold.get("values").get(0).asDouble());
  }

  @Test
  void aThresholdIsCrossFittedByProblem() throws IOException {
    JsonNode threshold =
        json("step-errors", "--data", data(), "--scores", scores(), "--cross-fit", "4")
            .get("threshold");
    assertEquals("cross-fitted", threshold.get("mode").asText());
    assertEquals(4, threshold.get("values").size());
  }

  @Test
  void aSolutionWithoutAPredictionIsAnError() throws IOException {
    String predictions = file("p.jsonl", "{\"id\": \"a\", \"prediction\": 0}\n");
    assertEquals(1, run("step-errors", "--data", data(), "--predictions", predictions));
    assertEquals(
        "error: %s: ids b, c, d are missing; every solution needs a row%n".formatted(predictions),
        err.toString());
  }

  @Test
  void aPredictionWithoutASolutionIsAnError() throws IOException {
    String predictions =
        file(
            "p.jsonl",
            "abcdefgh"
                .chars()
                .mapToObj(c -> "{\"id\": \"%c\", \"prediction\": -1}".formatted(c))
                .collect(Collectors.joining("\n")));
    assertEquals(1, run("step-errors", "--data", data(), "--predictions", predictions));
    assertEquals(
        "error: %s: ids e, f, g and 1 more are not in %s%n".formatted(predictions, data()),
        err.toString());
  }

  @Test
  void truncatedScoresAreAnError() throws IOException {
    String scores = file("s.jsonl", SCORES.replace("[0.9, 0.3]", "[0.9]"));
    assertEquals(1, run("step-errors", "--data", data(), "--scores", scores));
    assertEquals(
        "error: solution 'b' has 2 steps but 1 scores; score it without truncation or leave it"
            + " out\n",
        err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\": \"a\", \"prediction\": -2} | field prediction: is -2; expected a step counted from 0",
        "{\"id\": \"a\"} | field prediction: is missing; expected an index from 0, -1 or null",
      })
  void aBadPredictionIsLocated(String row, String message) throws IOException {
    assertEquals(1, run("step-errors", "--data", data(), "--predictions", file("p.jsonl", row)));
    assertTrue(err.toString().contains("p.jsonl:1: "), err.toString());
    assertTrue(
        err.toString()
            .replace("'", "")
            .contains(message.replace("field ", "").split(":", -1)[1].strip()),
        err.toString());
  }

  @Test
  void anIdThatComesTwiceIsAnError() throws IOException {
    String twice = file("s.jsonl", SCORES + "{\"id\": \"a\", \"scores\": [1, 1]}\n");
    assertEquals(1, run("step-errors", "--data", data(), "--scores", twice));
    assertTrue(
        err.toString().contains("s.jsonl:5:") && err.toString().contains("a second time"),
        err.toString());
  }

  @Test
  void samplesAreChosenFrom() throws IOException {
    String samples =
        """
        {"problem": "1 + 1?", "answer": "2", "completions": ["\\\\boxed{3}", "\\\\boxed{02}"], "scores": [[0.1], [0.9]]}
        {"problem": "1 + 2?", "answer": "3", "completions": ["\\\\boxed{3}", "\\\\boxed{3.0}"], "scores": [[0.5], [0.5]]}
        """;
    JsonNode report = json("best-of-n", "--data", file("bon.jsonl", samples));
    assertEquals(2, report.get("problems").asInt());
    assertEquals(2, report.get("k").asInt());
    assertEquals(50, value(report.get("majority").get(1).get("accuracy")));
    assertEquals(100, value(report.get("pass").get(1).get("accuracy")));
    assertEquals(4, report.get("prm").size());
    JsonNode min = report.get("prm").get(0);
    assertEquals("min", min.get("aggregation").asText());
    assertEquals(100, value(min.get("best").get(1).get("accuracy")));
    assertEquals(100, value(min.get("gap_closed")));
    assertEquals(
        0, run("best-of-n", "--data", file("bon.jsonl", samples), "--estimator", "all-subsets"));
    assertTrue(out.toString().contains("prm@k scores, product"), out.toString());
  }

  @Test
  void prmBenchIsMeasuredByClassAndBadItemsAreSetAside() throws IOException {
    String item =
        """
        {"idx": "%s", "modified_question": "%s?", "modified_process": ["1", "2"], "error_steps": [%d], "classification": "circular"}
        """;
    String items = file("pb.jsonl", item.formatted("x", "X", 2) + item.formatted("y", "Y", 3));
    String results =
        file(
            "r.jsonl",
            """
            {"idx": "x", "scores": {"step_level_validity_labels": [true, false]}}
            {"idx": "y", "scores": {"step_level_validity_labels": [true, false]}}
            """);
    assertEquals(1, run("prmbench", "--data", items, "--results", results));
    assertTrue(err.toString().contains("pb.jsonl:2: "), err.toString());
    String aside = folder.resolve("pb.rejected.jsonl").toString();
    JsonNode report = json("prmbench", "--data", items, "--results", results, "--reject", aside);
    assertEquals(1, report.get("rejected").asInt());
    assertEquals(100, value(report.get("by_class").get("circular").get("prm_score")));
    assertEquals(1, Files.readAllLines(Path.of(aside)).size());
  }

  @ParameterizedTest(name = "{0}: {1} with an error, {2} without, {3} flawed with a right answer")
  @CsvSource({"gsm8k, 207, 193, 7", "math, 594, 406, 94"})
  void realSplitsHaveTheirKnownCountsAndAPredictorOfNoErrorHasF1Zero(
      String split, int errors, int corrects, int flawed) throws IOException {
    Path real = RealData.file("processbench_" + split + ".json");
    JsonNode none = realReport(real, s -> Verdict.allCorrect());
    assertEquals(0, value(none.get("all").get("f1")));
    assertEquals(errors, none.get("all").get("errors").asInt());
    assertEquals(corrects, none.get("all").get("corrects").asInt());
    assertEquals(flawed, none.get("correct_answer_wrong_process").get("rows").asInt());
    JsonNode perfect = realReport(real, s -> s.verdict().orElseThrow());
    assertEquals(100, value(perfect.get("all").get("f1")));
  }

  private JsonNode realReport(Path real, Function<LabeledSolution, Verdict> predictor)
      throws IOException {
    String rows =
        Formats.read(real).stream()
            .map(
                s ->
                    "{\"id\": \"%s\", \"prediction\": %d}"
                        .formatted(
                            s.solution().id(), predictor.apply(s).earliestError().orElse(-1)))
            .collect(Collectors.joining("\n"));
    return json(
        "step-errors", "--data", real.toString(), "--predictions", file("real.jsonl", rows));
  }

  private JsonNode json(String... arguments) throws IOException {
    String[] withJson = Arrays.copyOf(arguments, arguments.length + 3);
    withJson[arguments.length] = "--json";
    withJson[arguments.length + 1] = "--resamples";
    withJson[arguments.length + 2] = "200";
    assertEquals(0, run(withJson), err.toString());
    return new JsonMapper().readTree(out.toString());
  }

  private int run(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "evaluate";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(command);
  }

  private static double value(JsonNode estimate) {
    return estimate.get("value").asDouble();
  }

  private String data() throws IOException {
    return file("data.jsonl", DATA);
  }

  private String scores() throws IOException {
    return file("scores.jsonl", SCORES);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
