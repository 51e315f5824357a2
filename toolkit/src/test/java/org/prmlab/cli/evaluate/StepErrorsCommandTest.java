package org.prmlab.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.RealData;
import org.prmlab.cli.EvaluateRun;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;
import org.prmlab.format.Formats;

class StepErrorsCommandTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private EvaluateRun evaluate;

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
    evaluate = new EvaluateRun(folder);
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
        evaluate.json(
            "step-errors",
            "--data",
            evaluate.data(),
            "--predictions",
            evaluate.file("p.jsonl", predictions));
    assertEquals(50, EvaluateRun.value(report.get("all").get("f1")));
    assertEquals(50, EvaluateRun.value(report.get("all").get("error_accuracy")));
    assertEquals(50, EvaluateRun.value(report.get("all").get("correct_accuracy")));
    assertEquals(1, report.get("all").get("unparsed").asInt());
    assertEquals(4, report.get("outputs").asInt());
    assertEquals("{\"null_prediction\":1}", report.get("unread").toString());
    assertEquals(1, report.get("correct_answer_wrong_process").get("rows").asInt());
    assertEquals(
        0, EvaluateRun.value(report.get("correct_answer_wrong_process").get("exact_location")));
    assertEquals(
        100, EvaluateRun.value(report.get("correct_answer_wrong_process").get("detection")));
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
        {"id": "d", "outputs": ["<think> \\\\boxed{-1}"]}
        """;
    String file = evaluate.file("o.jsonl", outputs);
    JsonNode report =
        evaluate.json("step-errors", "--data", evaluate.data(), "--predictions", file);
    assertEquals(7, report.get("outputs").asInt());
    assertEquals("{\"no_box\":1,\"thinking\":1}", report.get("unread").toString());
    assertEquals(0, evaluate.run("step-errors", "--data", evaluate.data(), "--predictions", file));
    assertTrue(
        evaluate
            .out
            .toString()
            .contains(
                "outputs: 7, of these 2 unread: 1 thinking without a verdict after it, 1 without a"
                    + " box\n"
                    + "warning: 28.6 % of the outputs could not be read; most had too few tokens"),
        evaluate.out.toString());
    JsonNode all = report.get("all");
    assertEquals(100, EvaluateRun.value(all.get("error_accuracy")));
    assertEquals(50, EvaluateRun.value(all.get("correct_accuracy")));
    assertEquals(1, all.get("unparsed").asInt());
  }

  @Test
  void aSolutionWithoutAPredictionIsAnError() throws IOException {
    String predictions = evaluate.file("p.jsonl", "{\"id\": \"a\", \"prediction\": 0}\n");
    assertEquals(
        1, evaluate.run("step-errors", "--data", evaluate.data(), "--predictions", predictions));
    assertEquals(
        "error: %s: ids b, c, d are missing; every solution needs a row%n".formatted(predictions),
        evaluate.err.toString());
  }

  @Test
  void aPredictionWithoutASolutionIsAnError() throws IOException {
    String predictions =
        evaluate.file(
            "p.jsonl",
            "abcdefgh"
                .chars()
                .mapToObj(c -> "{\"id\": \"%c\", \"prediction\": -1}".formatted(c))
                .collect(Collectors.joining("\n")));
    assertEquals(
        1, evaluate.run("step-errors", "--data", evaluate.data(), "--predictions", predictions));
    assertEquals(
        "error: %s: ids e, f, g and 1 more are not in %s%n".formatted(predictions, evaluate.data()),
        evaluate.err.toString());
  }

  @Test
  void truncatedScoresAreAnError() throws IOException {
    String scores = evaluate.file("s.jsonl", EvaluateRun.SCORES.replace("[0.9, 0.3]", "[0.9]"));
    assertEquals(1, evaluate.run("step-errors", "--data", evaluate.data(), "--scores", scores));
    assertEquals(
        "error: solution 'b' has 2 steps but 1 scores; score it without truncation or leave it"
            + " out\n",
        evaluate.err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\": \"a\", \"prediction\": -2} | prediction is -2; expected a step counted from 0,"
            + " or -1 for no error",
        "{\"id\": \"a\"} | prediction is missing; expected an index from 0, -1 or null",
      })
  void aBadPredictionIsLocated(String row, String message) throws IOException {
    assertEquals(
        1,
        evaluate.run(
            "step-errors",
            "--data",
            evaluate.data(),
            "--predictions",
            evaluate.file("p.jsonl", row)));
    assertTrue(
        evaluate.err.toString().endsWith("p.jsonl:1: " + message + System.lineSeparator()),
        evaluate.err.toString());
  }

  @Test
  void anIdThatComesTwiceIsAnError() throws IOException {
    String twice =
        evaluate.file("s.jsonl", EvaluateRun.SCORES + "{\"id\": \"a\", \"scores\": [1, 1]}\n");
    assertEquals(1, evaluate.run("step-errors", "--data", evaluate.data(), "--scores", twice));
    assertTrue(
        evaluate.err.toString().contains("s.jsonl:5:")
            && evaluate.err.toString().contains("a second time"),
        evaluate.err.toString());
  }

  @ParameterizedTest(name = "{0}: {1} with an error, {2} without, {3} flawed with a right answer")
  @CsvSource({"gsm8k, 207, 193, 7", "math, 594, 406, 94"})
  void realSplitsHaveTheirKnownCountsAndAPredictorOfNoErrorHasF1Zero(
      String split, int errors, int corrects, int flawed) throws IOException {
    Path real = RealData.file("processbench_" + split + ".json");
    JsonNode none = realReport(real, s -> Verdict.allCorrect());
    assertEquals(0, EvaluateRun.value(none.get("all").get("f1")));
    assertEquals(errors, none.get("all").get("errors").asInt());
    assertEquals(corrects, none.get("all").get("corrects").asInt());
    assertEquals(flawed, none.get("correct_answer_wrong_process").get("rows").asInt());
    JsonNode perfect = realReport(real, s -> s.verdict().orElseThrow());
    assertEquals(100, EvaluateRun.value(perfect.get("all").get("f1")));
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
    return evaluate.json(
        "step-errors",
        "--data",
        real.toString(),
        "--predictions",
        evaluate.file("real.jsonl", rows));
  }

  private static final String TWO_PRMS =
      """
      {"id": "a", "problem": "p", "steps": ["x", "y"], "label": 1, "scores": {"m": [0.9, 0.1], "n": [0.2, 0.9]}}
      {"id": "b", "problem": "q", "steps": ["x", "y"], "label": -1, "scores": {"m": [0.9, 0.8], "n": [0.7, 0.9]}}
      """;

  @Test
  void severalPrmsAreReportedAsEachAlone() throws IOException {
    String file = evaluate.file("two.jsonl", TWO_PRMS);
    JsonNode both =
        evaluate.json("step-errors", "--data", file, "--prm", "m", "--prm", "n").get("by_prm");
    for (String prm : new String[] {"m", "n"}) {
      assertEquals(evaluate.json("step-errors", "--data", file, "--prm", prm), both.get(prm));
    }
    assertEquals(100, EvaluateRun.value(both.get("m").get("all").get("f1")));
    assertEquals(0, EvaluateRun.value(both.get("n").get("all").get("f1")));
    assertEquals(
        0,
        evaluate.run("step-errors", "--data", file, "--prm", "m", "--prm", "n"),
        evaluate.err.toString());
    assertTrue(
        evaluate.out.toString().startsWith("two.jsonl: 2 rows; percent"), evaluate.out.toString());
    assertTrue(evaluate.out.toString().contains("== n =="), evaluate.out.toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id": "a", "scores": [1, 1]} {"id": "a", "scores": [1, 1]}      | s.jsonl:2: id 'a' comes a second time; expected one row an id
          {"id": "z", "scores": [1]} {"id": "z", "scores": [1]}            | s.jsonl:2: id 'z' comes a second time; expected one row an id
          {"id": "a", "scores": [1, 1, 1]}                                 | solution 'a' has 2 steps but 3 scores; one score a step needed
          {"id": "a", "scores": [1]} {"id": "b", "scores": [1, 1]}         | solution 'a' has 2 steps but 1 scores; score it without truncation or leave it out
          {"id": "a", "scores": [1, 7]} {"id": "b", "scores": [1, 1]}      | step 1 scored 7.0, outside [0, 1]; apply the sigmoid or softmax first
          {"id": "b", "scores": [1, 1]}                                    | s.jsonl: ids a are missing; every solution needs a row
          """)
  void aRowOfScoresThatFitsNoSolutionIsNamed(String rows, String message) throws IOException {
    String scores = evaluate.file("s.jsonl", rows.replace("} {", "}\n{") + "\n");
    String data = evaluate.file("two.jsonl", TWO_PRMS);
    assertEquals(1, evaluate.run("step-errors", "--data", data, "--scores", scores));
    assertTrue(evaluate.err.toString().strip().endsWith(message), evaluate.err.toString());
  }
}
