package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.stats.Bootstrap;

/** Every measure takes the same solutions for solutions of one problem. */
class ProblemIdentityTest {
  private static final int ROWS = 48;
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);
  private static final Binarization RULE = Binarization.withDefaults();

  static Stream<Arguments> places() {
    return Stream.of(
        place("groups of Best-of-N", rows -> sampled(rows).unscored().size()),
        place("Best-of-N", rows -> BestOfN.of(sampled(rows).unscored()).at(Selection.ANY, 1)),
        place("step errors", rows -> StepErrors.of(judged(rows), BOOTSTRAP)),
        place(
            "mean of splits",
            rows ->
                StepErrors.averageF1(
                    List.of(judged(rows), judged(rows.subList(0, 12))), BOOTSTRAP)),
        place(
            "flawed answers found", rows -> CorrectAnswerWrongProcess.of(judged(rows), BOOTSTRAP)),
        place("share of flawed answers", rows -> WrongProcessRate.of(rows, BOOTSTRAP)),
        place("retention", rows -> Retention.curve(List.of(0.0), pairs(rows), RULE, BOOTSTRAP)),
        place("agreement", rows -> Agreement.of(pairs(rows), RULE, BOOTSTRAP)),
        place("calibration", rows -> Calibration.ofSteps(scored(rows)).auroc(BOOTSTRAP)),
        place("reliability", rows -> Calibration.ofSteps(scored(rows)).reliability(2, BOOTSTRAP)),
        place("cross-fitting", rows -> CrossFit.of(scored(rows), 2, 4).thresholds()),
        place("lowest score", rows -> MinScoreAtFinalStep.of(scores(rows), BOOTSTRAP)),
        place("PRMBench", rows -> PrmBenchScore.of(items(rows), BOOTSTRAP)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void theSameTextUnderTwoIdsIsTwoProblems(String place, Function<List<LabeledSolution>, ?> of) {
    assertEquals(of.apply(rows(i -> key("", i))), of.apply(rows(i -> key("id " + i, i / 2))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void theSameIdWithTwoTextsIsTwoProblems(String place, Function<List<LabeledSolution>, ?> of) {
    assertEquals(of.apply(rows(i -> key("", i))), of.apply(rows(i -> key("id " + i / 2, i))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void withoutIdsTheTextDecides(String place, Function<List<LabeledSolution>, ?> of) {
    Object shared = of.apply(rows(i -> key("", i / 2)));
    assertEquals(shared, of.apply(rows(i -> key("id " + i / 2, i / 2))));
    assertNotEquals(shared, of.apply(rows(i -> key("", i))));
  }

  private static Arguments place(String name, Function<List<LabeledSolution>, ?> of) {
    return Arguments.of(name, of);
  }

  private static Problem key(String id, int text) {
    return new Problem(id, "What is " + text + " + 1?", Optional.of("1"));
  }

  /** Neighbours of a kind are alike, so that it matters whether they are one problem. */
  private static List<LabeledSolution> rows(IntFunction<Problem> problem) {
    List<LabeledSolution> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      boolean error = i / 2 % 2 == 0;
      Solution solution =
          new Solution(
              "s" + i,
              problem.apply(i),
              "",
              List.of("a", "b", "c"),
              Optional.of("1"),
              Optional.of(i % 4 != 3));
      Verdict truth = error ? Verdict.errorAt(1) : Verdict.allCorrect();
      rows.add(LabeledSolution.of(solution, truth));
    }
    return rows;
  }

  /** Whether the solution's prediction is right, for a third of the pairs of rows. */
  private static boolean isFound(LabeledSolution row) {
    return Integer.parseInt(row.solution().id().substring(1)) / 4 % 3 == 0;
  }

  private static SampledSolutions sampled(List<LabeledSolution> rows) {
    return SampledSolutions.of(rows, AnswerComparison.withDefaults());
  }

  private static List<PredictedVerdict> judged(List<LabeledSolution> rows) {
    return rows.stream()
        .map(r -> PredictedVerdict.of(r.solution(), r.verdict().orElseThrow(), said(r)))
        .toList();
  }

  private static Verdict said(LabeledSolution row) {
    return isFound(row) ? row.verdict().orElseThrow() : Verdict.errorAt(2);
  }

  private static List<LabelPair> pairs(List<LabeledSolution> rows) {
    return rows.stream()
        .map(r -> LabelPair.ofVerdicts(r.solution(), r.verdict().orElseThrow(), said(r)))
        .toList();
  }

  private static List<StepScores> scores(List<LabeledSolution> rows) {
    return IntStream.range(0, rows.size()).mapToObj(i -> scores(rows.get(i), i)).toList();
  }

  private static StepScores scores(LabeledSolution row, int i) {
    double low = 0.1 + i * 0.01;
    double[] values = isFound(row) ? new double[] {0.9, low, 0.8} : new double[] {0.9, 0.8, low};
    return StepScores.of("prm", ScoreMeaning.STEP_CORRECT, row.solution(), values);
  }

  private static List<ScoredSolution> scored(List<LabeledSolution> rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(
            i -> new ScoredSolution(scores(rows.get(i), i), rows.get(i).verdict().orElseThrow()))
        .toList();
  }

  private static List<PrmBenchItem> items(List<LabeledSolution> rows) {
    return rows.stream()
        .map(
            r ->
                new PrmBenchItem(
                    r.solution().problem().key(),
                    "",
                    List.of(true, !r.verdict().orElseThrow().hasError(), true),
                    List.of(true, !isFound(r), true)))
        .toList();
  }
}
