package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;

class ScoreMeaningsTest {
  @TempDir private Path folder;

  private static LabeledSolution solution() {
    return LabeledSolution.of(Solution.of("s", Problem.of("p", "q"), List.of("a", "b")));
  }

  @Test
  void aMeaningSurvivesTheRecord() {
    LabeledSolution known =
        solution()
            .withScores("shepherd", List.of(0.5, 0.25), ScoreMeaning.EVENTUAL_SUCCESS)
            .withScores(Map.of("shepherd", List.of(0.5, 0.25), "other", List.of(1.0, 1.0)));
    Path file = folder.resolve("a.jsonl");
    PrmlabRecord.write(file, List.of(known));
    LabeledSolution read = PrmlabRecord.read(file).solutions().get(0);
    assertEquals(known, read);
    assertEquals(ScoreMeaning.EVENTUAL_SUCCESS, read.meaning("shepherd"));
    assertEquals(ScoreMeaning.UNSTATED, read.meaning("other"));
  }

  @Test
  void aMeaningGoesWithItsScores() {
    LabeledSolution known = solution().withScores("a", List.of(0.5), ScoreMeaning.STEP_CORRECT);
    assertEquals(Map.of(), known.withScores(Map.of()).meanings());
  }

  /** One score of a solution of two steps: of a PRM that was cut off, not of an outcome model. */
  @Test
  void aTruncatedSolutionOfAKnownPrmKeepsItsStepScore() throws IOException {
    Path file = folder.resolve("a.jsonl");
    PrmlabRecord.write(
        file, List.of(solution().withScores("a", List.of(0.5), ScoreMeaning.UNSTATED)));
    LabeledSolution read = Formats.read(file).solutions().get(0);
    assertEquals(Map.of("a", List.of(0.5)), read.scores());
    assertEquals(Map.of(), read.outcomes());
    assertTrue(Files.readString(file).contains("\"score_meanings\":{\"a\":\"unstated\"}"));
  }

  @Test
  void anotherWordForAMeaningIsRefused() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file,
        "{\"id\": \"s\", \"problem\": \"q\", \"steps\": [\"a\"], \"scores\": {\"x\": [0.5]},"
            + " \"score_meanings\": {\"x\": \"correct\"}}\n");
    var error = assertThrows(FormatException.class, () -> PrmlabRecord.read(file));
    assertEquals(
        file
            + ":1: score_meanings.x is 'correct'; expected step-correct, eventual-success or"
            + " unstated",
        error.getMessage());
  }
}
