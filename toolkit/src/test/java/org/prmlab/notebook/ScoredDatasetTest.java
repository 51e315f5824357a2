package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Aggregation;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.bestofn.Estimator;

class ScoredDatasetTest {
  @TempDir private Path folder;

  private ScoredDataset read() throws IOException {
    Path file = folder.resolve("data.jsonl");
    try (InputStream in =
        Objects.requireNonNull(
            ScoredDatasetTest.class.getResourceAsStream("/org/prmlab/cli/reports/data.jsonl"))) {
      Files.write(file, in.readAllBytes());
    }
    return ScoredDataset.read(file.toString());
  }

  @Test
  void storedScoresNeedNoConverter() throws IOException {
    ScoredDataset data = read();
    assertEquals(Set.of("dull", "sharp"), data.prms());
    assertEquals(48, data.scores("sharp").size());
    assertEquals(List.of(1.0, 0.536), data.scores("sharp").get(0).values().boxed().toList());
    assertTrue(data.toString().endsWith("dull, sharp"), data.toString());
    assertEquals(data.scored("sharp").get(0).at(0.5), data.judged("sharp", 0.5).get(0));
    String view = data.steps("p0-0").toString();
    assertTrue(view.contains("sharp") && view.contains("dull"), view);
  }

  @Test
  void twoPrmsAreComparedFromTheirFile() throws IOException {
    ScoredDataset data = read();
    Disagreements apart = data.disagreements("sharp", "dull", 0.5);
    long counted =
        java.util.stream.IntStream.range(0, 48)
            .filter(
                i ->
                    !data.scores("sharp")
                        .get(i)
                        .verdict(0.5)
                        .equals(data.scores("dull").get(i).verdict(0.5)))
            .count();
    assertEquals(counted, apart.count());
    assertTrue(apart.toString().contains("in truth"), apart.toString());
    var compared =
        StepErrors.of(data.judged("sharp", 0.5)).compare(StepErrors.of(data.judged("dull", 0.5)));
    assertEquals(27, compared.first().errors());
  }

  @Test
  void curvesOfAllPrmsAndTheirDifference() throws IOException {
    var curves = read().curves(Aggregation.MIN, Estimator.FIRST_K);
    assertEquals(
        List.of("pass@k", "maj@k", "sharp", "dull"), List.copyOf(curves.curves().keySet()));
    var gap = curves.at("pass@k", 2).compare(curves.at("maj@k", 2));
    double expected =
        curves.at("pass@k", 2).accuracy().value() - curves.at("maj@k", 2).accuracy().value();
    assertEquals(expected, gap.difference().difference().value(), 1e-12);
    assertTrue(gap.toString().startsWith("Best-of-2\n"), gap.toString());
    var other =
        assertThrows(
            IllegalArgumentException.class,
            () -> curves.at("pass@k", 1).compare(curves.at("maj@k", 2)));
    assertEquals("accuracies at k = 1 and k = 2; the same k expected", other.getMessage());
  }

  @Test
  void whoScoredNothingIsNamed() throws IOException {
    ScoredDataset data = read();
    var error = assertThrows(IllegalArgumentException.class, () -> data.scores("blunt"));
    assertEquals(
        "data.jsonl: solution 'p0-0' has no scores of 'blunt'; PRMs of this file: [dull, sharp]",
        error.getMessage());
    var missing = assertThrows(IllegalArgumentException.class, () -> data.steps("p99"));
    assertEquals("data.jsonl: no solution 'p99'", missing.getMessage());
  }
}
