package org.prmlab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.AgreementCounts;
import org.prmlab.format.PrmlabRecord;

/** The sweep over columns and the records must tell the same. */
class SyntheticLabelsTest {
  private static final int SOLUTIONS = 2_000;

  @TempDir Path folder;
  private List<StepLabels> mc = List.of();
  private List<StepLabels> judge = List.of();

  @BeforeEach
  void write() throws IOException {
    SyntheticLabels.write(folder.resolve("mc.jsonl"), folder.resolve("judge.jsonl"), SOLUTIONS, 3);
    mc = labels("mc");
    judge = labels("judge");
  }

  private List<StepLabels> labels(String source) {
    StepDataset data = PrmlabRecord.read(folder.resolve(source + ".jsonl"));
    List<StepLabels> labels = new ArrayList<>();
    for (LabeledSolution solution : data.solutions()) {
      labels.add(solution.labels(source).orElseThrow());
    }
    return labels;
  }

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    Path again = folder.resolve("again.jsonl");
    SyntheticLabels.write(again, folder.resolve("other.jsonl"), SOLUTIONS, 3);
    assertEquals(-1, Files.mismatch(folder.resolve("mc.jsonl"), again));
  }

  @Test
  void theSweepCountsWhatTheRecordsSay() {
    AgreementCounts.Counter counter = new AgreementCounts.Counter();
    for (int i = 0; i < SOLUTIONS; i++) {
      counter.add("s" + i, rates(mc.get(i)), rates(judge.get(i)));
    }
    List<AgreementCounts> sweeps = counter.counts();
    assertEquals(8, sweeps.size());
    for (AgreementCounts sweep : sweeps) {
      Binarization rule = Binarization.withDefaults().withThreshold(sweep.threshold());
      long kept = 0;
      long withError = 0;
      for (int i = 0; i < SOLUTIONS; i++) {
        Verdict first = mc.get(i).verdict(rule).orElseThrow();
        kept += first.equals(judge.get(i).verdict(rule).orElseThrow()) ? 1 : 0;
        withError += first.hasError() ? 1 : 0;
      }
      assertEquals(SOLUTIONS, sweep.firstErrors());
      assertEquals(kept, sweep.kept());
      assertEquals(withError, sweep.withError());
      assertEquals(judgedSteps(), sweep.steps().total());
      assertTrue(sweep.kappa().orElseThrow() > 0, "the two sources agree more than by chance");
      assertEquals((double) kept / SOLUTIONS, sweep.retention().orElseThrow());
    }
  }

  private static double[] rates(StepLabels labels) {
    return labels.values().stream()
        .mapToDouble(
            label ->
                label instanceof StepLabel.MonteCarlo counts
                    ? (double) counts.correct() / counts.total()
                    : label
                        .hard(Binarization.withDefaults())
                        .map(hard -> hard == StepLabel.Hard.CORRECT ? 1.0 : 0.0)
                        .orElse(Double.NaN))
        .toArray();
  }

  @Test
  void asManyStepsAreNeededInBothFiles() {
    AgreementCounts.Counter counter = new AgreementCounts.Counter();
    assertEquals(
        "solution 'a' has 2 steps in one file and 1 in the other; expected as many in both",
        assertThrows(
                IllegalArgumentException.class,
                () -> counter.add("a", new double[] {1, 0}, new double[] {1}))
            .getMessage());
  }

  private long judgedSteps() {
    Binarization rule = Binarization.withDefaults();
    return judge.stream()
        .flatMap(l -> l.values().stream())
        .filter(label -> label.hard(rule).isPresent())
        .count();
  }
}
