package org.prmlab.cli.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.EvaluateRun;

/** How answers were found, as Best-of-N reports it. */
class AnswersReportTest {
  private static final String SAMPLES =
      """
      {"problem": "How many?", "answer": "12", "completions": ["So **Answer:** 12", "We get 5 + 7 =", "There are 12 of them.", "\\\\boxed{12 kg} or 12 m"], "scores": [[0.9], [0.8], [0.7], [0.6]]}
      {"problem": "How long?", "answer": "3 m", "completions": ["\\\\boxed{3}", "\\\\boxed{3 kg}", "The answer is 3.", "#### 3"], "scores": [[0.9], [0.8], [0.7], [0.6]]}
      """;

  @TempDir private Path folder;
  private EvaluateRun run;
  private String data;

  @BeforeEach
  void writeSamples() throws IOException {
    run = new EvaluateRun(folder);
    data = run.file("samples.jsonl", SAMPLES);
  }

  @Test
  void theSharesStandInTheJson() throws IOException {
    JsonNode answers = run.json("best-of-n", "--data", data).get("answers");
    assertEquals(8, answers.get("samples").asInt());
    assertEquals(1, answers.get("unanswered").asInt());
    assertEquals(1, answers.get("undecided").asInt());
    assertEquals(1, answers.get("last_value").asInt());
    assertEquals(3, answers.get("rules").get("boxed").asInt());
    assertTrue(answers.get("shown").isEmpty());
  }

  @Test
  void sharesAboveTwoPercentAreWarnings() {
    assertEquals(0, run.run("best-of-n", "--data", data, "--resamples", "100"));
    String text = run.out.toString();
    assertTrue(text.contains("answers: 8 samples; 12.5 % without one, 12.5 % undecided"), text);
    assertTrue(text.contains("warning: 12.5 % of the samples have no answer"), text);
    assertTrue(text.contains("warning: 12.5 % of the samples have an answer that could not"), text);
    assertTrue(text.contains("warning: 12.5 % of the samples name no answer"), text);
    assertTrue(text.contains("--show-unanswered shows some"), text);
  }

  @Test
  void someAreShownWithTheEndOfTheirText() {
    assertEquals(
        0, run.run("best-of-n", "--data", data, "--resamples", "100", "--show-unanswered"));
    String text = run.out.toString();
    assertTrue(text.contains("answer '': We get 5 + 7 ="), text);
    assertTrue(text.contains("answer '12': There are 12 of them."), text);
    assertTrue(text.contains("answer '3 kg'"), text);
  }

  @Test
  void theRulesCanBeNamed() throws IOException {
    JsonNode answers =
        run.json("best-of-n", "--data", data, "--answer-rules", "boxed,hashes").get("answers");
    assertEquals(4, answers.get("unanswered").asInt());
    assertFalse(answers.get("rules").has("sentence"));
  }

  @Test
  void aRuleThatDoesNotExistIsAnsweredWithTheKnownOnes() {
    assertEquals(2, run.run("best-of-n", "--data", data, "--answer-rules", "box"));
    assertTrue(run.err.toString().contains("expected one of tag, boxed, final-answer"));
  }
}
