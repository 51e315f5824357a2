package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.data.StepLabel.Hard.CORRECT;
import static org.prmlab.data.StepLabel.Hard.INCORRECT;
import static org.prmlab.data.StepLabel.Unlabeled.UNLABELED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;

class FormatsTest {
  @TempDir Path folder;

  static Stream<String> names() {
    return Formats.all().stream().map(RecordFormat::id);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aFormatIsToldFromTheFieldsOfItsFirstRecord(String format) throws IOException {
    Path lines = Files.writeString(folder.resolve("in.jsonl"), "[]\n" + Records.line(format));
    assertEquals(format, Formats.detect(Files.writeString(lines, Records.line(format))).id());
    Path array = folder.resolve("in.json");
    assertEquals(
        format, Formats.detect(Files.writeString(array, "[" + Records.line(format) + "]")).id());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void everySolutionReadIsWrittenInOurOwnRecordAndReadBackTheSame(String format)
      throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), Records.line(format));
    Path out = folder.resolve("out.jsonl");
    List<LabeledSolution> solutions = Formats.read(in).solutions();
    PrmlabRecord.write(out, solutions);
    assertEquals(solutions, PrmlabRecord.read(out).solutions());
  }

  @Test
  void anUnknownRecordIsMetWithTheNamesOfTheFormats() throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), "\n{\"a\": 1, \"b\": 2}");
    String message =
        String.valueOf(assertThrows(FormatException.class, () -> Formats.detect(in)).getMessage());
    assertEquals(
        in
            + ":2: a record with the fields a, b is of no known format; map its fields, such as"
            + " problem=FIELD,steps=FIELD, or name its format",
        message);
  }

  @Test
  void aFileWithoutRecordsNeedsItsFormatNamed() throws IOException {
    Path in = Files.writeString(folder.resolve("in.json"), "[]");
    assertEquals(
        in + ": holds no records; its format must be named",
        assertThrows(FormatException.class, () -> Formats.detect(in)).getMessage());
  }

  @Test
  void anUnknownNameIsMetWithTheKnownOnes() {
    assertEquals(
        "no format 'csv'; expected one of gr-ben, processbench, prm800k, math-shepherd, trl,"
            + " rlhflow, visualprm, math-aps, prmbench, hard2verify, agentprocessbench,"
            + " qwen-samples, search-and-learn, gsm8k-model-solutions, gsm8k, math-500, prmlab",
        assertThrows(IllegalArgumentException.class, () -> Formats.named("csv")).getMessage());
    assertEquals(
        "format 'gsm8k' is read only; expected one of processbench, math-shepherd, trl, rlhflow,"
            + " prmlab",
        assertThrows(IllegalArgumentException.class, () -> Formats.writable("gsm8k")).getMessage());
  }

  @Test
  void prm800kFollowsTheChosenThenTheHumanCompletion() {
    LabeledSolution read = Records.one("prm800k");
    assertEquals(
        List.of("x is 6 / 2.", "Divide both sides.", "So x = 3.\n\n# Answer\n\n3"),
        read.solution().steps());
    assertEquals(
        List.of(StepLabel.Rating.POSITIVE, UNLABELED, StepLabel.Rating.NEUTRAL),
        read.labels("human").orElseThrow().values());
    assertEquals(Optional.of("3"), read.solution().finalAnswer());
    assertEquals(Optional.of("3"), read.solution().problem().answer());
    assertEquals("9", read.extra().get("generation"));
  }

  @Test
  void prm800kEndsAtTheErrorItsLabelerFound() {
    String line =
        Records.line("prm800k")
            .replace("\"chosen_completion\": 1", "\"chosen_completion\": null")
            .replace("\"solution\"", "\"found_error\"");
    LabeledSolution read = Records.decode(new Prm800k(), line).get(0);
    assertEquals("So it is.", read.solution().steps().get(2));
    assertEquals(StepLabel.Rating.NEGATIVE, read.labels("human").orElseThrow().values().get(2));
    String givenUp = line.replace("found_error", "give_up");
    assertEquals(2, Records.decode(new Prm800k(), givenUp).get(0).solution().steps().size());
  }

  @Test
  void mathShepherdStepsLoseTheirMarks() {
    LabeledSolution read = Records.one("math-shepherd");
    assertEquals("What is 1 + 1 - 1?", read.solution().problem().text());
    assertEquals(List.of("1 + 1 = 2", "2 - 1 = 0"), read.solution().steps());
    assertEquals(List.of(CORRECT, INCORRECT), read.labels().get(0).values());
  }

  @Test
  void rlhflowDividesTheFirstTurnAtItsStepMark() {
    LabeledSolution read = Records.one("rlhflow");
    assertEquals("What is 5 - 2?", read.solution().problem().text());
    assertEquals(List.of("Step 1: 5 - 2 = 3", "Step 2: So 4."), read.solution().steps());
    assertEquals(List.of(CORRECT, INCORRECT), read.labels().get(0).values());
  }

  @Test
  void visualPrmKeepsItsRolloutCounts() {
    assertEquals(
        List.of(StepLabel.monteCarlo(14, 16), StepLabel.monteCarlo(16, 16)),
        Records.one("visualprm").labels("mc").orElseThrow().values());
  }

  @Test
  void aMathApsTreeGivesOneSolutionALeaf() {
    List<LabeledSolution> read = Records.decode(new MathAps(), Records.line("math-aps"));
    assertEquals(
        List.of(List.of("2 + 2 = 4"), List.of("2 · 2", "= 4"), List.of("2 · 2", "= 5")),
        read.stream().map(s -> s.solution().steps()).toList());
    assertEquals(
        List.of(StepLabel.soft(0.75), StepLabel.soft(0)), read.get(2).labels().get(0).values());
    assertEquals(
        new Problem("12", "Add 2 and 2.", Optional.of("4")), read.get(0).solution().problem());
  }

  @Test
  void mathApsPrefixesBranchWhereTheyPart() {
    List<LabeledSolution> read =
        Records.decode(
            new MathAps(),
            """
            {"question": "q", "final_answer": "4", "question_id": 1, "reasoning_steps": [\
            {"solution_prefix": "a.", "mc_value": 1}, \
            {"solution_prefix": "a. b.", "mc_value": 0.5}, \
            {"solution_prefix": "a. c.", "mc_value": 0.25}, \
            {"solution_prefix": "d.", "mc_value": 0}]}\
            """);
    assertEquals(
        List.of(List.of("a.", "b."), List.of("a.", "c."), List.of("d.")),
        read.stream().map(s -> s.solution().steps()).toList());
    assertEquals(
        List.of(StepLabel.soft(1), StepLabel.soft(0.25)), read.get(1).labels().get(0).values());
  }

  @Test
  void prmBenchCountsItsErrorStepsFromOne() {
    LabeledSolution read = Records.one("prmbench");
    assertEquals(List.of(CORRECT, INCORRECT, CORRECT), read.labels().get(0).values());
    assertEquals("circular", PrmBench.classification(read));
  }

  @Test
  void everySampleIsASolutionOfItsProblem() {
    List<LabeledSolution> read = Records.decode(new QwenSamples(), Records.line("qwen-samples"));
    Solution first = read.get(0).solution();
    assertEquals(List.of("7-0", "7-1"), read.stream().map(s -> s.solution().id()).toList());
    assertEquals(new Problem("7", "What is 9 / 3?", Optional.of("3")), first.problem());
    assertEquals(List.of("9 / 3 = 3", "So 3."), first.steps());
    assertEquals(Optional.of("3"), first.finalAnswer());
    assertEquals(Optional.of(false), read.get(1).solution().finalAnswerCorrect());
    assertEquals(Map.of("pred_score", List.of(0.9, 0.8)), read.get(0).scores());
    LabeledSolution other = Records.one("search-and-learn");
    assertEquals("test/7", other.solution().problem().id());
    assertEquals(Map.of("scores", List.of(0.9, 0.8)), other.scores());
  }

  @Test
  void questionsComeWithTheirReferenceSolution() throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), Records.line("gsm8k"));
    assertEquals(
        List.of(new Problem("gsm8k-0", "What is 4 + 4?", Optional.of("8"))), Formats.problems(in));
    Solution reference = Records.one("math-500").solution();
    assertEquals(List.of("Add.", "It is $\\boxed{8}$."), reference.steps());
    assertEquals("test/algebra/1", reference.problem().id());
    List<LabeledSolution> models =
        Records.decode(new Gsm8kModelSolutions(), Records.line("gsm8k-model-solutions"));
    assertEquals(
        List.of("small", "large"), models.stream().map(s -> s.solution().generator()).toList());
    assertEquals(Optional.of("9"), models.get(0).solution().finalAnswer());
  }

  @Test
  void ourOwnRecordKeepsEveryKindOfLabel() {
    LabeledSolution read = Records.one("prmlab");
    assertEquals(
        List.of(
            StepLabel.monteCarlo(7, 8),
            UNLABELED,
            StepLabel.soft(0.5),
            CORRECT,
            StepLabel.Rating.NEGATIVE),
        read.labels("mc").orElseThrow().values());
    assertEquals(Optional.of(Verdict.allCorrect()), read.verdict());
    assertEquals(Map.of("p", List.of(0.5, 1.0, 0.25)), read.scores());
    assertEquals(Map.of("q", -1.5), read.outcomes());
    assertEquals(Map.of("mood", "{\"calm\":[1,2.50,null]}"), read.extra());
  }

  @Test
  void rolloutsWithoutAVerdictAreWrittenBesideThoseWithOne() throws IOException {
    Solution solution = Solution.of("s", Problem.of("p", "?"), List.of("a", "b"));
    List<StepLabel> labels = List.of(new StepLabel.MonteCarlo(1, 3, 8), StepLabel.monteCarlo(2, 8));
    LabeledSolution written = LabeledSolution.of(solution, new StepLabels("mc", labels));
    String text = PrmlabRecord.text(written);
    assertTrue(
        text.contains("[{\"correct\":1,\"total\":3,\"tried\":8},{\"correct\":2,\"total\":8}]"),
        text);
    Path file = folder.resolve("tried.jsonl");
    Files.writeString(file, text);
    assertEquals(List.of(written), PrmlabRecord.read(file).solutions());
    Files.writeString(file, text.replace("\"tried\":8", "\"tried\":2"));
    FormatException error = assertThrows(FormatException.class, () -> PrmlabRecord.read(file));
    assertEquals(
        file
            + ":1: step_labels[0].values[0].tried is 2 of which 3 have a verdict; expected at least"
            + " as many as total",
        error.getMessage());
  }

  @Test
  void prmBenchResultsAreRead() throws IOException {
    Path in =
        Files.writeString(
            folder.resolve("results.jsonl"),
            """
            {"idx": "p-1", "scores": {"step_level_validity_scores": [0.9, 0.2],
            """
                    .strip()
                + """
                 "step_level_validity_labels": [true, false]}}
                {"idx": 2, "scores": {"step_level_validity_labels": [true], \
                "step_level_redundancy_labels": [false]}}
                """);
    assertEquals(
        List.of(
            new PrmBenchResult("p-1", List.of(0.9, 0.2), List.of(true, false), Optional.empty()),
            new PrmBenchResult("2", List.of(), List.of(true), Optional.of(List.of(false)))),
        PrmBenchResult.read(in));
  }
}
