package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.MinScoreAtFinalStep;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.WrongProcessRate;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.stats.Bootstrap;

class ScoredDatasetTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(100);

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
    assertTrue(data.toString().endsWith("sharp, dull"), data.toString());
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
  void everyPrmHasARowOfEachMeasure() throws IOException {
    ScoredDataset data = read();
    assertEquals(
        StepErrors.of(data.judged("dull", 0.5), BOOTSTRAP),
        data.stepErrors(0.5, BOOTSTRAP).get("dull"));
    assertEquals(
        CorrectAnswerWrongProcess.of(data.judged("sharp", 0.5), BOOTSTRAP),
        data.flawedCorrect(0.5, BOOTSTRAP).get("sharp"));
    assertEquals(
        MinScoreAtFinalStep.of(data.scores("dull"), BOOTSTRAP),
        data.lowestAtEnd(BOOTSTRAP).get("dull"));
    double best = Objects.requireNonNull(data.bestThresholds().get("sharp"));
    double f1 = data.stepErrors(best, BOOTSTRAP).get("sharp").f1().value();
    assertTrue(f1 >= data.stepErrors(0.5, BOOTSTRAP).get("sharp").f1().value());
  }

  @Test
  void f1OfPartsAndTheirMean() throws IOException {
    ScoredDataset data = read();
    var table = data.f1By(s -> s.id().endsWith("0") ? "first" : "more", prm -> 0.5, BOOTSTRAP);
    assertEquals(List.of("PRM", "first", "more", "mean"), table.columns());
    double first = table.estimates("first").get(0).value();
    double more = table.estimates("more").get(0).value();
    assertEquals((first + more) / 2, table.estimates("mean").get(0).value(), 1e-12);
  }

  @Test
  void choicesAmongKAreTheCurvesAtK() throws IOException {
    ScoredDataset data = read();
    var choices = data.choices(Aggregation.MIN, Estimator.FIRST_K, 2);
    assertEquals(
        List.of("pass@2", "maj@2", "sharp", "dull"), List.copyOf(choices.toMap().keySet()));
    assertEquals(
        data.curves(Aggregation.MIN, Estimator.FIRST_K).at("dull", 2).accuracy(),
        choices.get("dull").accuracy());
    List<LabeledSolution> picked = data.picked("dull", Aggregation.MIN);
    assertEquals(
        BestOfN.of(data.samples().ranked("dull", Aggregation.MIN)).amongAll(Selection.BEST).value(),
        (double) WrongProcessRate.of(picked, BOOTSTRAP).rightAnswers() / picked.size(),
        1e-12);
  }

  @Test
  void moreScoresAndFewerSolutions() throws IOException {
    ScoredDataset data = read();
    ScoredDataset both = data.with("copy", data.scores("dull"));
    assertEquals(List.of("sharp", "dull", "copy"), List.copyOf(both.prms()));
    ScoredDataset wrong = data.only(s -> s.verdict().filter(Verdict::hasError).isPresent());
    assertEquals(27, wrong.data().size());
    var error =
        assertThrows(IllegalArgumentException.class, () -> wrong.with("copy", data.scores("dull")));
    assertEquals(
        "scores of 48 solutions beside 27 of data.jsonl; one a solution expected",
        error.getMessage());
  }

  @Test
  void theFarthestSolutionIsTheOneThatTheFirstTrustsMost() throws IOException {
    ScoredDataset wrong = read().only(s -> s.verdict().filter(Verdict::hasError).isPresent());
    double most =
        wrong.scored("sharp").stream()
            .mapToDouble(s -> s.scores().value(s.truth().earliestError().orElseThrow()))
            .max()
            .orElseThrow();
    ScoredDataset flat =
        wrong.with(
            "flat",
            wrong.scores("sharp").stream()
                .map(s -> StepScores.of("flat", s.meaning(), s.solution(), new double[s.scored()]))
                .toList());
    String view = flat.farthest("sharp", "flat").toString();
    assertTrue(view.contains(String.format(Locale.ROOT, "%.3f", most)), view);
  }

  @Test
  void whoScoredNothingIsNamed() throws IOException {
    ScoredDataset data = read();
    var error = assertThrows(IllegalArgumentException.class, () -> data.scores("blunt"));
    assertEquals(
        "data.jsonl: solution 'p0-0' has no scores of 'blunt'; PRMs of this file: [sharp, dull]",
        error.getMessage());
    var missing = assertThrows(IllegalArgumentException.class, () -> data.steps("p99"));
    assertEquals("data.jsonl: no solution 'p99'", missing.getMessage());
  }
}
