package org.prmlab.cli.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.EvaluateRun;

class ProblemWarningTest {
  private static final String SAMPLE =
      """
      {"id": "%s", "problem_id": "%s", "problem": "%s", "answer": "%s", "steps": ["So 4.", "\\\\boxed{4}"], \
      "label": -1, "scores": {"p": [0.9, 0.8]}}
      """;
  private static final String TWO_TEXTS =
      SAMPLE.formatted("a", "0", "2 + 2?", "4") + SAMPLE.formatted("b", "0", "2 + 3?", "5");
  private static final String TWO_IDS =
      SAMPLE.formatted("a", "0", "2 + 2?", "4") + SAMPLE.formatted("b", "1", "2 +  2?", "4");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private EvaluateRun evaluate;

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
    evaluate = new EvaluateRun(folder);
  }

  /** Rows of several files numbered from 0: voted as one problem, 4 would win for both. */
  @Test
  void rowsThatShareANumberAreNotVotedTogether() throws IOException {
    JsonNode report = evaluate.json("best-of-n", "--data", evaluate.file("d.jsonl", TWO_TEXTS));
    assertEquals(2, report.get("problems").asInt());
    assertEquals(50, EvaluateRun.value(report.get("majority").get(0).get("accuracy")));
    warns("warning: 1 problem ids have more than one text (the first is '0')");
  }

  @Test
  void oneTextUnderTwoIdsIsTwoProblemsEverywhere() throws IOException {
    String data = evaluate.file("d.jsonl", TWO_IDS);
    JsonNode report = evaluate.json("best-of-n", "--data", data);
    assertEquals(2, report.get("problems").asInt());
    String warning = "warning: 1 problem texts have more than one id, or one and none";
    warns(warning);
    evaluate.json("calibration", "--data", data, "--prm", "p");
    warns(warning);
    evaluate.json("step-errors", "--data", data, "--prm", "p");
    warns(warning);
  }

  @Test
  void withoutConflictsNothingIsSaid() throws IOException {
    evaluate.json("step-errors", "--data", evaluate.data(), "--scores", evaluate.scores());
    assertEquals("", evaluate.err.toString());
  }

  /**
   * A threshold is not blind to a problem because that has an id in one file and none in another.
   */
  @Test
  void aProblemOfTheTuningSetIsKnownByItsText() throws IOException {
    String judged = SAMPLE.formatted("a", "0", "A?", "4") + SAMPLE.formatted("e", "1", "E?", "4");
    JsonNode report =
        evaluate.json(
            "step-errors",
            "--data",
            evaluate.file("judged.jsonl", judged),
            "--prm",
            "p",
            "--tune-on",
            evaluate.data(),
            "--tune-scores",
            evaluate.scores());
    assertEquals(1, report.get("threshold").get("tuned_on_evaluated").asInt());
  }

  private void warns(String warning) {
    assertTrue(evaluate.err.toString().startsWith(warning), evaluate.err.toString());
  }
}
