package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

/** One score a solution beside scores of steps. */
class OutcomeScoresTest {
  private static final String RECORD =
      """
      {"id": "%s", "problem": "Add.", "steps": [%s], "scores": {"orm": [%s], "prm": [%s]}}
      """;

  @TempDir Path folder;

  @Test
  void oneScoreASolutionInTheWholeFileIsAnOutcomeScore() throws IOException {
    List<LabeledSolution> read =
        read(record("a", "\"x\"", "-3.5", "0.5") + record("b", "\"x\", \"y\"", "7", "0.5, 0.25"));
    assertEquals(Map.of("orm", -3.5), read.get(0).outcomes());
    assertEquals(Map.of("orm", 7.0), read.get(1).outcomes());
    assertEquals(Map.of("prm", List.of(0.5, 0.25)), read.get(1).scores());
  }

  @Test
  void aPrmThatTruncatedOneSolutionToAStepStaysAPrm() throws IOException {
    List<LabeledSolution> read =
        read(
            record("a", "\"x\", \"y\"", "0.5", "0.5")
                + record("b", "\"x\", \"y\"", "1, 1", "1, 1"));
    assertEquals(List.of(0.5), read.get(0).scores().get("orm"));
    assertEquals(Map.of(), read.get(0).outcomes());
  }

  @Test
  void stepScoresOfSolutionsOfOneStepStayStepScores() throws IOException {
    assertEquals(Map.of(), read(record("a", "\"x\"", "0.5", "0.5")).get(0).outcomes());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"[[0.5], [-2]]", "[0.5, -2]", "[[0.5], -2]"})
  void samplesWithOneNumberEachHaveOutcomeScores(String scores) throws IOException {
    List<LabeledSolution> read =
        read(
            """
            {"problem": "Add.", "answer": "3", "completions": ["1 + 2\\n\\nis 3", "is 4"],
            """
                    .strip()
                + "\"scores\": "
                + scores
                + "}");
    assertEquals(Map.of("scores", 0.5), read.get(0).outcomes());
    assertEquals(Map.of("scores", -2.0), read.get(1).outcomes());
    assertEquals(Map.of(), read.get(1).scores());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"null", "[]"})
  void aSampleWithoutAScoreIsKept(String none) throws IOException {
    List<LabeledSolution> read =
        read(
            "{\"problem\": \"Add.\", \"answer\": \"3\", \"completions\": [\"1\\n\\n3\", \"\"],"
                + " \"scores\": [[0.5, 1], "
                + none
                + "]}");
    assertEquals(List.of(0.5, 1.0), read.get(0).scores().get("scores"));
    assertEquals(Map.of(), read.get(1).scores());
  }

  @Test
  void anOutcomeScoreIsFinite() {
    LabeledSolution solution =
        LabeledSolution.of(Solution.of("s", Problem.of("", "Add."), List.of("3")));
    assertEquals(
        "solution 's' has the outcome score NaN from rm; a finite number needed",
        assertThrows(
                IllegalArgumentException.class,
                () -> solution.withOutcomes(Map.of("rm", Double.NaN)))
            .getMessage());
  }

  private static String record(String id, String steps, String orm, String prm) {
    return RECORD.formatted(id, steps, orm, prm);
  }

  private List<LabeledSolution> read(String lines) throws IOException {
    return Formats.read(Files.writeString(folder.resolve("in.jsonl"), lines)).solutions();
  }
}
