package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.RealData;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.data.Verdict;

/** Published records of each format; the expected counts were made with a few lines of Python. */
class RealRecordsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}: {2} solutions, {3} steps")
  @CsvSource({
    "processbench_gsm8k.json, processbench, 400, 2082",
    "processbench_math.json, processbench, 1000, 6505",
    "prm800k_samples.jsonl, prm800k, 6, 45",
    "math_shepherd_samples.jsonl, math-shepherd, 7, 25",
    "math_aps_tree_samples.jsonl, math-aps, 242, 624",
    "gsm8k_example_model_solutions.jsonl, gsm8k-model-solutions, 5276, 23141"
  })
  void everyFileIsRecognizedAndRead(String file, String format, int solutions, int steps) {
    StepDataset data = Formats.read(RealData.file(file));
    assertEquals(format, data.card().format());
    assertEquals(solutions, data.size());
    assertEquals(steps, data.steps());
  }

  /** Record 54 of the published file names error step 34 of a process with 33 steps. */
  @Test
  void oneRealPrmBenchRecordNamesAStepItDoesNotHave() {
    Path in = RealData.file("prmbench_circular.jsonl");
    FormatException fault = assertThrows(FormatException.class, () -> Formats.read(in));
    assertEquals(54, fault.line());
    StepDataset data = StepFiles.read(in, new PrmBench(PrmBench.ErrorBeyondEnd.IGNORE));
    assertEquals(90, data.size());
    assertEquals(1064, data.steps());
    assertEquals(
        276,
        data.stream()
            .flatMap(s -> s.labels().get(0).values().stream())
            .filter(StepLabel.Hard.INCORRECT::equals)
            .count());
    assertEquals("circular", PrmBench.classification(data.solutions().get(0)));
  }

  @Test
  void mathShepherdIsWrittenAgainCharacterForCharacter() throws IOException {
    Path in = RealData.file("math_shepherd_samples.jsonl");
    Path out = folder.resolve("out.jsonl");
    SolutionWriter.writeAll(out, new MathShepherd(), Formats.read(in).solutions());
    List<String> expected = Files.readAllLines(in);
    List<String> found = Files.readAllLines(out);
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      JsonNode record = Json.MAPPER.readTree(expected.get(i));
      assertEquals(record, Json.MAPPER.readTree(found.get(i)));
    }
  }

  @Test
  void prm800kVerdictsFollowTheChosenPath() {
    List<LabeledSolution> read = Formats.read(RealData.file("prm800k_samples.jsonl")).solutions();
    assertEquals(StepLabel.Unlabeled.UNLABELED, read.get(0).labels().get(0).values().get(1));
    assertEquals("We have $3p+e=1.24$ and $5p+e=1.82$.", read.get(0).solution().steps().get(1));
    assertEquals(
        Verdict.errorAt(6),
        read.get(1).labels().get(0).verdict(Binarization.withDefaults()).orElseThrow());
  }
}
