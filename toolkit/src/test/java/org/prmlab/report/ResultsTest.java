package org.prmlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Binarization;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.PredictedVerdict;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.notebook.Views;
import org.prmlab.stats.Bootstrap;

class ResultsTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  /** 40 problems of two kinds, half with an error, of which the system finds every {@code nth}. */
  private static List<PredictedVerdict> judged(int nth) {
    List<PredictedVerdict> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Solution solution =
          Solution.of("s" + i, Problem.of(i % 4 < 2 ? "easy" : "hard", "p" + i), List.of("1", "2"));
      Verdict truth = i % 2 == 0 ? Verdict.errorAt(1) : Verdict.allCorrect();
      rows.add(
          PredictedVerdict.of(
              solution, truth, i % 2 == 0 && i % nth != 0 ? Verdict.allCorrect() : truth));
    }
    return rows;
  }

  private static String kind(Solution solution) {
    return solution.problem().id();
  }

  @Test
  void partsStandUnderEachOtherWithTheirTotal() {
    Results<StepErrors> parts = StepErrors.by(ResultsTest::kind, judged(4), BOOTSTRAP);
    assertEquals(List.of("easy", "hard"), List.copyOf(parts.toMap().keySet()));
    ResultTable table = parts.titled("kind").withTotal().table();
    assertEquals("percent [95 % interval]", table.caption());
    assertEquals(
        List.of("kind", "errors", "located", "corrects", "accepted", "F1"), table.columns());
    assertEquals(List.of("easy", "hard", "all"), table.rows().stream().map(r -> r.get(0)).toList());
    assertEquals("20", table.rows().get(2).get(1));
    assertEquals(StepErrors.of(judged(4), BOOTSTRAP), parts.withTotal().get("all"));
    assertEquals(
        table.view().text(), Views.of(parts.titled("kind").withTotal()).orElseThrow().text());
  }

  @Test
  void anUnknownNameIsRefused() {
    Results<StepErrors> parts = StepErrors.by(ResultsTest::kind, judged(4), BOOTSTRAP);
    var error = assertThrows(IllegalArgumentException.class, () -> parts.get("T1"));
    assertEquals("no result for part 'T1'; there are [easy, hard]", error.getMessage());
    var total =
        assertThrows(
            IllegalStateException.class, () -> Results.of("part", parts.toMap()).withTotal());
    assertEquals(
        "no total of [easy, hard]: these are results of their own; add one with(name, result)",
        total.getMessage());
  }

  @Test
  void oneResultForEachSetting() {
    Results<StepErrors> found =
        Results.each(
            "every", List.of(2, 4), n -> "n = " + n, n -> StepErrors.of(judged(n), BOOTSTRAP));
    assertEquals(List.of("n = 2", "n = 4"), List.copyOf(found.toMap().keySet()));
    assertEquals(
        List.of("-", "-"),
        found.table().rows().stream().map(r -> r.get(1).equals("20") ? "-" : r.get(1)).toList());
  }

  @Test
  void twoResultsOfTheSameSolutionsCompareThemselves() {
    var better = StepErrors.of(judged(2), BOOTSTRAP);
    var worse = StepErrors.of(judged(10), BOOTSTRAP);
    var compared = better.compare(worse, BOOTSTRAP);
    assertEquals("clear", compared.errorAccuracy().orElseThrow().word());
    assertEquals(.8, compared.errorAccuracy().orElseThrow().difference().value(), 1e-12);
    assertEquals("undecided", compared.correctAccuracy().orElseThrow().word());
    List<List<String>> rows = compared.table().rows();
    assertEquals(List.of("F1", "located", "accepted"), rows.stream().map(r -> r.get(0)).toList());
    assertTrue(rows.get(1).get(3).startsWith("+80.0 ["), rows.toString());
    assertEquals("clear", rows.get(1).get(5));
    assertTrue(
        compared.toString().contains("16 solutions right by the first only, 0 by the second only"),
        compared.toString());
  }

  @Test
  void partsCompareThemselvesToo() {
    var better = StepErrors.by(ResultsTest::kind, judged(2), BOOTSTRAP).get("hard");
    var worse = StepErrors.by(ResultsTest::kind, judged(10), BOOTSTRAP).get("hard");
    assertEquals(10, better.compare(worse, BOOTSTRAP).first().errors());
  }

  @Test
  void resultsOfOtherSolutionsAreNotCompared() {
    var all = StepErrors.of(judged(2), BOOTSTRAP);
    var some = StepErrors.of(judged(2).subList(0, 20), BOOTSTRAP);
    var error = assertThrows(IllegalArgumentException.class, () -> all.compare(some, BOOTSTRAP));
    assertEquals("40 and 20 judgements; two of the same solutions expected", error.getMessage());
    var alone =
        new StepErrors(
            all.f1IfDefined(),
            all.errorAccuracyIfDefined(),
            all.correctAccuracyIfDefined(),
            20,
            20,
            0);
    var unknown = assertThrows(IllegalStateException.class, () -> all.compare(alone, BOOTSTRAP));
    assertTrue(
        String.valueOf(unknown.getMessage())
            .startsWith("the judged solutions of these step errors"));
  }

  @Test
  void agreementHasATotalOfItsParts() {
    List<LabelPair> pairs =
        judged(4).stream()
            .map(j -> LabelPair.ofVerdicts(j.solution(), j.truth(), j.predicted().orElseThrow()))
            .toList();
    var asked = new Agreement.Asked(Binarization.withDefaults(), BOOTSTRAP);
    Results<Agreement> parts = Agreement.by(ResultsTest::kind, pairs, asked).withTotal();
    assertEquals(Agreement.of(pairs, asked.rule(), BOOTSTRAP), parts.get("all"));
    assertEquals(
        List.of("easy", "hard", "all"), parts.table().rows().stream().map(r -> r.get(0)).toList());
  }

  @Test
  void aListOfResultsIsATableOnAPage() {
    var one = StepErrors.of(judged(4), BOOTSTRAP);
    assertTrue(Views.of(List.of(one, one)).orElseThrow().html().isPresent());
    assertTrue(Views.of(List.of(one, "x")).isEmpty());
  }

  @Test
  void whatIsUndefinedSaysWhy() {
    List<PredictedVerdict> right = judged(2).stream().filter(j -> !j.truth().hasError()).toList();
    StepErrors errors = StepErrors.of(right, BOOTSTRAP);
    assertTrue(errors.f1IfDefined().isEmpty());
    assertEquals(1, errors.correctAccuracy().value());
    assertEquals(
        "F1 is undefined: no solution with an error",
        assertThrows(IllegalStateException.class, errors::f1).getMessage());
    assertEquals(
        "undefined: no solution with a right answer has an error",
        assertThrows(
                IllegalStateException.class,
                CorrectAnswerWrongProcess.of(right, BOOTSTRAP)::detection)
            .getMessage());
  }
}
