package org.prmlab.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.cli.EvaluateRun;

class EvaluateCommandTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private EvaluateRun evaluate;

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
    evaluate = new EvaluateRun(folder);
  }

  @Test
  void samplesAreChosenFrom() throws IOException {
    String samples =
        """
        {"problem": "1 + 1?", "answer": "2", "completions": ["\\\\boxed{3}", "\\\\boxed{02}"], "scores": [[0.1], [0.9]]}
        {"problem": "1 + 2?", "answer": "3", "completions": ["\\\\boxed{3}", "\\\\boxed{3.0}"], "scores": [[0.5], [0.5]]}
        """;
    JsonNode report = evaluate.json("best-of-n", "--data", evaluate.file("bon.jsonl", samples));
    assertEquals(2, report.get("problems").asInt());
    assertEquals(2, report.get("k").asInt());
    assertEquals(50, EvaluateRun.value(report.get("majority").get(1).get("accuracy")));
    assertEquals(100, EvaluateRun.value(report.get("pass").get(1).get("accuracy")));
    assertEquals(4, report.get("prm").size());
    JsonNode min = report.get("prm").get(0);
    assertEquals("min", min.get("aggregation").asText());
    assertEquals(100, EvaluateRun.value(min.get("best").get(1).get("accuracy")));
    assertEquals(100, EvaluateRun.value(min.get("gap_closed")));
    assertEquals(
        0,
        evaluate.run(
            "best-of-n",
            "--data",
            evaluate.file("bon.jsonl", samples),
            "--estimator",
            "all-subsets"));
    assertTrue(evaluate.out.toString().contains("prm@k scores, product"), evaluate.out.toString());
  }

  /** Two problems say little: no interval is without width, and an unknown one says why. */
  @Test
  void intervalsOfTwoProblemsAreWideOrUnknown() throws IOException {
    String samples =
        """
        {"problem": "1 + 1?", "answer": "2", "completions": ["\\\\boxed{3}", "\\\\boxed{2}"], "scores": [[0.1], [0.9]]}
        {"problem": "1 + 2?", "answer": "3", "completions": ["\\\\boxed{3}", "\\\\boxed{3}"], "scores": [[0.5], [0.5]]}
        """;
    JsonNode report = evaluate.json("best-of-n", "--data", evaluate.file("bon.jsonl", samples));
    JsonNode pass = report.get("pass").get(1).get("accuracy");
    assertEquals(100, pass.get("high").asDouble());
    assertEquals(15.8, pass.get("low").asDouble(), 0.05); // 0.025^(1/2)
    assertTrue(pass.path("reason").isMissingNode());
    JsonNode closed = report.get("prm").get(0).get("gap_closed");
    assertEquals(100, EvaluateRun.value(closed));
    assertTrue(closed.get("low").isNull() && closed.get("high").isNull(), closed.toString());
    assertEquals(
        "2 problems; at least 10 are needed to draw them again", closed.get("reason").asText());
    assertEquals(0, evaluate.run("best-of-n", "--data", evaluate.file("bon.jsonl", samples)));
    assertTrue(evaluate.out.toString().contains("100.0 [too few]"), evaluate.out.toString());
  }

  @Test
  void anOutcomeModelIsRankedBesideAPrm() throws IOException {
    String record =
        """
        {"id": "%s", "problem": "1 + 1?", "answer": "2", "steps": ["Hm.", "\\\\boxed{%d}"], "scores": {"prm": %s, "orm": [%s]}}
        """;
    String data =
        evaluate.file(
            "orm.jsonl",
            record.formatted("a", 3, "[0.9, 0.9]", "-1.5")
                + record.formatted("b", 2, "[0.9, 0.8]", "4")
                + record.formatted("c", 2, "null", "1"));
    JsonNode report = evaluate.json("best-of-n", "--data", data, "--aggregation", "min");
    assertEquals("prm", report.get("prm").get(0).get("prm").asText());
    JsonNode outcome = report.get("prm").get(1);
    assertEquals("outcome", outcome.get("aggregation").asText());
    assertEquals(100, EvaluateRun.value(outcome.get("best").get(2).get("accuracy")));
    assertTrue(
        outcome.path("weighted_vote").isNull() || outcome.path("weighted_vote").isMissingNode());
    assertEquals(
        "orm: one score a solution, no aggregation, and not all in [0, 1]: no weighted vote, which"
            + " needs weights",
        report.get("notes").get(0).asText());
    assertEquals(
        "prm: 1 of 3 samples have no score; they rank last and have no weight",
        report.get("notes").get(1).asText());
    assertEquals(0, evaluate.run("best-of-n", "--data", data, "--prm", "orm"));
    assertTrue(evaluate.out.toString().contains("orm@k orm, outcome"), evaluate.out.toString());
    assertEquals(1, evaluate.run("calibration", "--data", data, "--prm", "orm"));
    assertTrue(
        evaluate.err.toString().contains("'orm' gives solution 'a' one score for the whole"),
        evaluate.err.toString());
  }

  @Test
  void prmBenchIsMeasuredByClassAndBadItemsAreSetAside() throws IOException {
    String item =
        """
        {"idx": "%s", "modified_question": "%s?", "modified_process": ["1", "2"], "error_steps": [%d], "classification": "circular"}
        """;
    String items =
        evaluate.file("pb.jsonl", item.formatted("x", "X", 2) + item.formatted("y", "Y", 3));
    String results =
        evaluate.file(
            "r.jsonl",
            """
            {"idx": "x", "scores": {"step_level_validity_labels": [true, false]}}
            {"idx": "y", "scores": {"step_level_validity_labels": [true, false]}}
            """);
    assertEquals(1, evaluate.run("prmbench", "--data", items, "--results", results));
    assertTrue(evaluate.err.toString().contains("pb.jsonl:2: "), evaluate.err.toString());
    String aside = folder.resolve("pb.rejected.jsonl").toString();
    JsonNode report =
        evaluate.json("prmbench", "--data", items, "--results", results, "--reject", aside);
    assertEquals(1, report.get("rejected").asInt());
    assertEquals(100, EvaluateRun.value(report.get("by_class").get("circular").get("prm_score")));
    assertEquals(1, Files.readAllLines(Path.of(aside)).size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "true       | circular | 1 step labels for 'x#2', which has 2 steps; score it without",
        "true,false | 7        | ",
        "true,false |          | solution 'x#2' has no text in a field 'classification'"
      })
  void prmBenchRowsMustFitTheirItems(String labels, String name, String expected)
      throws IOException {
    String item =
        """
        {"idx": "x", "modified_question": "q?", "modified_process": ["1", "2"], "error_steps": [2]%s}
        """;
    String row =
        """
        {"idx": "x", "scores": {"step_level_validity_labels": [%s]}}
        """;
    String named = ", \"classification\": \"a \\\"" + name + "\\\"\"";
    String items =
        evaluate.file(
            "pb.jsonl",
            item.formatted(", \"classification\": \"b\"")
                + item.formatted(name == null ? "" : named));
    String results = evaluate.file("r.jsonl", row.formatted("true, false") + row.formatted(labels));
    if (expected == null) {
      JsonNode report = evaluate.json("prmbench", "--data", items, "--results", results);
      assertEquals(1, report.get("by_class").get("a \"7\"").get("items").asInt());
    } else {
      assertEquals(1, evaluate.run("prmbench", "--data", items, "--results", results));
      assertTrue(evaluate.err.toString().contains(expected), evaluate.err.toString());
    }
  }

  @Test
  void anErrorStepBeyondTheEndCanBeIgnoredAsPrmBenchDoes() throws IOException {
    String items =
        evaluate.file(
            "pb.jsonl",
            """
            {"idx": "x", "modified_question": "x?", "modified_process": ["1", "2"], "error_steps": [2, 3], "classification": "circular"}
            """);
    String results =
        evaluate.file(
            "r.jsonl",
            "{\"idx\": \"x\", \"scores\": {\"step_level_validity_labels\": [true, false]}}\n");
    JsonNode report =
        evaluate.json("prmbench", "--data", items, "--results", results, "--beyond-end", "ignore");
    assertEquals(1, report.get("all").get("items").asInt());
    assertEquals(100, EvaluateRun.value(report.get("all").get("prm_score")));
  }

  /** Steps with known truth: a0 wrong .1, b0 right .9, b1 wrong .3, c and d right .9 0 .9 .8. */
  @Test
  void calibrationUsesStepsUpToTheFirstError() throws IOException {
    String[] command = {
      "calibration", "--data", evaluate.data(), "--scores", evaluate.scores(), "--bins", "2"
    };
    JsonNode report = evaluate.json(command);
    assertEquals(7, report.get("steps").asInt());
    assertEquals(2, report.get("reliability").size());
    JsonNode low = report.get("reliability").get(0);
    assertEquals(3, low.get("steps").asInt());
    assertEquals(0.4 / 3, low.get("mean_score").asDouble(), 1e-12);
    assertEquals(100 / 3.0, EvaluateRun.value(low.get("right")), 1e-9);
    assertEquals(
        100 * (0.6 + 0.5) / 7, EvaluateRun.value(report.get("expected_calibration_error")), 1e-9);
    assertEquals(80, EvaluateRun.value(report.get("auroc")), 1e-9);
    assertEquals(0, evaluate.run(command));
    assertTrue(
        evaluate.out.toString().contains("area under the ROC curve: 80.0 ["),
        evaluate.out.toString());
  }

  @Test
  void calibrationNeedsABin() throws IOException {
    assertEquals(
        2,
        evaluate.run(
            "calibration",
            "--data",
            evaluate.data(),
            "--scores",
            evaluate.scores(),
            "--bins",
            "0"));
    assertTrue(
        evaluate.err.toString().contains("--bins is 0; at least 1 expected"),
        evaluate.err.toString());
  }
}
