package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.prmlab.data.StepLabel.Hard.CORRECT;
import static org.prmlab.data.StepLabel.Hard.INCORRECT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;

class ConversionTest {
  private static final Conversion EXACT = Conversion.exact();

  @TempDir Path folder;

  private static LabeledSolution labeled(StepLabel... labels) {
    LabeledSolution sample = Records.one("prm800k");
    return sample.withLabels(List.of(new StepLabels("human", List.of(labels))));
  }

  private static String refusal(Conversion conversion, LabeledSolution solution) {
    return String.valueOf(
        assertThrows(Unwritable.class, () -> conversion.hardLabels(solution)).getMessage());
  }

  @Test
  void aNeutralRatingNeedsAChoice() throws Unwritable {
    LabeledSolution solution =
        labeled(StepLabel.Rating.POSITIVE, StepLabel.Rating.NEUTRAL, StepLabel.Rating.NEGATIVE);
    assertEquals(
        "has a neutral rating on step 2; name what it becomes: correct, incorrect," + " or dropped",
        refusal(EXACT, solution));
    assertEquals(
        List.of(CORRECT, CORRECT, INCORRECT),
        EXACT.withNeutral(NeutralRating.AS_CORRECT).hardLabels(solution));
    assertEquals(
        List.of(CORRECT, INCORRECT, INCORRECT),
        EXACT.withNeutral(NeutralRating.AS_INCORRECT).hardLabels(solution));
    Conversion dropping = EXACT.withNeutral(NeutralRating.DROP);
    assertEquals(
        "has no label on step 2; name what it is: correct, incorrect, or where to cut",
        refusal(dropping, solution));
    assertEquals(List.of(CORRECT), dropping.withUnlabeled(UnlabeledStep.CUT).hardLabels(solution));
  }

  @Test
  void aSoftLabelNeedsAThreshold() throws Unwritable {
    LabeledSolution solution =
        labeled(StepLabel.monteCarlo(1, 8), StepLabel.soft(0.5), StepLabel.soft(0));
    assertEquals(
        "has a soft label on step 1; name the threshold above which it is correct"
            + " (the paper: 0)",
        refusal(EXACT, solution));
    assertEquals(List.of(CORRECT, CORRECT, INCORRECT), EXACT.withThreshold(0).hardLabels(solution));
    assertEquals(Verdict.errorAt(0), EXACT.withThreshold(0.125).verdict(solution));
  }

  @Test
  void stepsAfterTheFirstErrorHaveNoLabelInAVerdict() throws Unwritable {
    LabeledSolution solution =
        Records.one("prm800k").withLabels(List.of()).withVerdict(Verdict.errorAt(1));
    assertEquals(
        "has no label on step 3; name what it is: correct, incorrect, or where to cut",
        refusal(EXACT, solution));
    assertEquals(
        List.of(CORRECT, INCORRECT), EXACT.withUnlabeled(UnlabeledStep.CUT).hardLabels(solution));
    assertEquals(
        List.of(CORRECT, INCORRECT, INCORRECT),
        EXACT.withUnlabeled(UnlabeledStep.AS_INCORRECT).hardLabels(solution));
  }

  @Test
  void aStepWithoutALabelLeavesTheVerdictOpen() throws Unwritable {
    LabeledSolution solution =
        labeled(CORRECT, StepLabel.Unlabeled.UNLABELED, StepLabel.Rating.NEGATIVE);
    assertEquals(
        "has no label on step 2, so its first wrong step is not known; name what it is: correct"
            + " or incorrect",
        assertThrows(Unwritable.class, () -> EXACT.verdict(solution)).getMessage());
    assertEquals(
        Verdict.errorAt(2), EXACT.withUnlabeled(UnlabeledStep.AS_CORRECT).verdict(solution));
  }

  @Test
  void oneOfSeveralSourcesIsChosenByName() throws Unwritable {
    LabeledSolution solution =
        Records.one("prm800k")
            .withLabels(
                List.of(
                    StepLabels.ofVerdict("mc", 3, Verdict.allCorrect()),
                    StepLabels.ofVerdict("judge", 3, Verdict.errorAt(2))));
    assertEquals("has labels from mc, judge; name one source", refusal(EXACT, solution));
    assertEquals(Verdict.errorAt(2), EXACT.withSource("judge").verdict(solution));
    assertEquals("has no labels from me", refusal(EXACT.withSource("me"), solution));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"math-shepherd, 1", "trl, 1", "rlhflow, 1", "prmlab, 5"})
  void aRecordWrittenInItsOwnFormatReadsBackTheSame(String id, int steps) throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), Records.line(id));
    Path out = folder.resolve("out.jsonl");
    List<LabeledSolution> read = Formats.read(in).solutions();
    SolutionWriter.writeAll(out, Formats.writable(id), read);
    assertEquals(read, Formats.read(out).solutions());
    assertEquals(true, read.get(0).solution().steps().size() >= steps);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"trl", "rlhflow"})
  void stepsAndQuestionsSurviveAnotherFormat(String id) throws IOException {
    Path out = folder.resolve("out.jsonl");
    LabeledSolution solution = Records.one("math-shepherd").withExtra(Map.of());
    SolutionWriter.writeAll(out, Formats.writable(id), List.of(solution));
    LabeledSolution back = Formats.read(out).solutions().get(0);
    assertEquals(solution.solution().steps(), back.solution().steps());
    assertEquals(solution.solution().problem(), back.solution().problem());
    assertEquals(solution.labels().get(0).values(), back.labels().get(0).values());
  }

  @Test
  void whatTheNewFormatHasNoRoomForIsCounted() throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), Records.line("prmlab"));
    Conversion conversion = EXACT.withThreshold(0).withUnlabeled(UnlabeledStep.CUT);
    FileConversion.Outcome outcome =
        new FileConversion(in, new PrmlabRecord(), new StepwiseSupervision(), conversion)
            .run(folder.resolve("out.jsonl"), BadRecords.stop());
    assertEquals(
        new FileConversion.Outcome(
            1,
            0,
            Map.of(
                "id", 1L,
                "generator", 1L,
                "problem_id", 1L,
                "gold_answer", 1L,
                "final_answer", 1L,
                "final_answer_correct", 1L,
                "verdict", 1L,
                "scores", 1L,
                "outcome_scores", 1L),
            List.of()),
        outcome);
  }

  @Test
  void badRecordsAreSetAsideWithTheirReasons() throws IOException {
    Path in =
        Files.writeString(
            folder.resolve("in.jsonl"),
            Records.line("trl") + "\n{broken\n" + Records.line("trl").replace("true, ", "") + "\n");
    Path reject = folder.resolve("in.rejected.jsonl");
    FileConversion conversion =
        new FileConversion(in, new StepwiseSupervision(), new RlhFlow(), EXACT);
    try (RejectedRecords rejected = RejectedRecords.create(reject)) {
      FileConversion.Outcome outcome = conversion.run(folder.resolve("out.jsonl"), rejected);
      assertEquals(1, outcome.solutions());
      assertEquals(2, outcome.rejected());
    }
    List<String> lines = Files.readAllLines(reject);
    assertEquals(
        "{\"file\":\"%s\",\"line\":2,\"reason\":\"%s:2: record is not valid JSON (Unexpected character ('b' (code 98)): was expecting double-q...); expected one JSON object a record\",\"record\":\"{broken\"}"
            .formatted(in, in),
        lines.get(0));
    assertEquals(
        "{\"file\":\"%s\",\"line\":3,\"reason\":\"%s:3: labels has 1 entries; expected 2, one for each of the others\",\"record\":{\"prompt\":\"What is 5 - 2?\",\"completions\":[\"5 - 2 = 3\",\"So 4.\"],\"labels\":[false]}}"
            .formatted(in, in),
        lines.get(1));
  }

  @Test
  void aFileOfWhichNothingCanBeConvertedIsAnError() throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), Records.line("gsm8k"));
    Path out = folder.resolve("out.jsonl");
    FileConversion conversion =
        new FileConversion(in, new Gsm8kQuestions(), new ProcessBench(), EXACT);
    try (RejectedRecords rejected = RejectedRecords.create(folder.resolve("r.jsonl"))) {
      assertEquals(
          in + ": none of its 1 records could be converted to processbench; nothing was written",
          assertThrows(FormatException.class, () -> conversion.run(out, rejected)).getMessage());
    }
    assertFalse(Files.exists(out));
  }
}
