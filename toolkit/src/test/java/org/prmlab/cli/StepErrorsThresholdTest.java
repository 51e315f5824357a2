package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepErrorsThresholdTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private EvaluateRun evaluate;

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
    evaluate = new EvaluateRun(folder);
  }

  @ParameterizedTest(name = "threshold {0}: error {1}, correct {2}")
  @CsvSource({"0.5, 100, 50", "0.25, 50, 50", "0.85, 100, 0"})
  void scoresAreJudgedAtTheThreshold(String threshold, double error, double correct)
      throws IOException {
    JsonNode report =
        evaluate.json(
            "step-errors",
            "--data",
            evaluate.data(),
            "--scores",
            evaluate.scores(),
            "--threshold",
            threshold);
    assertEquals(error, EvaluateRun.value(report.get("all").get("error_accuracy")));
    assertEquals(correct, EvaluateRun.value(report.get("all").get("correct_accuracy")));
    assertEquals("fixed", report.get("threshold").get("mode").asText());
    assertEquals(75, EvaluateRun.value(report.get("minimum_at_end").get("strict")));
  }

  @Test
  void aThresholdTunedOnTheEvaluatedFileIsSaidToLeak() throws IOException {
    String[] command = {
      "step-errors",
      "--data",
      evaluate.data(),
      "--scores",
      evaluate.scores(),
      "--tune-on",
      evaluate.data()
    };
    JsonNode threshold = evaluate.json(command).get("threshold");
    assertEquals("tuned", threshold.get("mode").asText());
    assertEquals(4, threshold.get("tuned_on_evaluated").asInt());
    assertEquals(0, evaluate.run(command));
    assertTrue(
        evaluate
            .out
            .toString()
            .contains("tuned on problems of 4 of these 4 rows, so their F1 is too high"),
        evaluate.out.toString());
  }

  @Test
  void aThresholdIsTunedOnAnotherFileWithScoresOfItsOwn() throws IOException {
    String other = evaluate.file("other.jsonl", EvaluateRun.DATA.replace("?\"", "??\""));
    String otherScores =
        evaluate.file("other-scores.jsonl", EvaluateRun.SCORES.replace("0.3", "0.85"));
    JsonNode threshold =
        evaluate
            .json(
                "step-errors",
                "--data",
                evaluate.data(),
                "--scores",
                evaluate.scores(),
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
        evaluate
            .json(
                "step-errors",
                "--data",
                evaluate.data(),
                "--scores",
                evaluate.scores(),
                "--cross-fit",
                "4")
            .get("threshold");
    assertEquals("cross-fitted", threshold.get("mode").asText());
    assertEquals(4, threshold.get("values").size());
  }

  @Test
  void severalSplitsAreMeasuredOneByOneAndOnAverage() throws IOException {
    String perfect =
        evaluate.file(
            "perfect.jsonl",
            """
            {"id": "a", "scores": [0.1, 0.2]}
            {"id": "b", "scores": [0.9, 0.3]}
            {"id": "c", "scores": [0.9, 0.8]}
            {"id": "d", "scores": [0.9, 0.8]}
            """);
    String other = evaluate.file("other.jsonl", EvaluateRun.DATA);
    String[] command = {
      "step-errors",
      "--data",
      evaluate.data(),
      "--data",
      other,
      "--scores",
      evaluate.scores(),
      "--scores",
      perfect
    };
    JsonNode report = evaluate.json(command);
    double first = EvaluateRun.value(report.get("splits").get(0).get("all").get("f1"));
    assertEquals(100, EvaluateRun.value(report.get("splits").get(1).get("all").get("f1")));
    assertEquals((first + 100) / 2, EvaluateRun.value(report.get("average_f1")));
    assertEquals(0, evaluate.run(command));
    assertTrue(
        evaluate.out.toString().startsWith("mean F1 of 2 splits: 83.3 ["), evaluate.out.toString());
  }

  @Test
  void aThresholdTunedOnOneSplitServesAll() throws IOException {
    String other = evaluate.file("other.jsonl", EvaluateRun.DATA.replace("?\"", "??\""));
    String lower = evaluate.file("lower.jsonl", EvaluateRun.SCORES.replace("0.9", "0.4"));
    JsonNode splits =
        evaluate
            .json(
                "step-errors",
                "--data",
                evaluate.data(),
                "--data",
                other,
                "--scores",
                evaluate.scores(),
                "--scores",
                lower,
                "--tune-on",
                evaluate.data())
            .get("splits");
    assertEquals(
        splits.get(0).get("threshold").get("values"), splits.get(1).get("threshold").get("values"));
    assertEquals(4, splits.get(0).get("threshold").get("tuned_on_evaluated").asInt());
    assertEquals(0, splits.get(1).get("threshold").get("tuned_on_evaluated").asInt());
  }

  @Test
  void fewerScoreFilesThanSplitsIsAUsageError() throws IOException {
    String data = evaluate.data();
    assertEquals(
        2,
        evaluate.run("step-errors", "--data", data, "--data", data, "--scores", evaluate.scores()));
    assertTrue(
        evaluate.err.toString().contains("2 --data but 1 --scores files; give one for each"),
        evaluate.err.toString());
  }
}
