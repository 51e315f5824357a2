package org.prmlab.evaluation.bestofn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.AnswerExtraction;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.stats.Bootstrap;

/** Held to {@link SampledSolutions}, which has the same samples with their texts. */
class SampleColumnsTest {
  private static final AnswerComparison COMPARISON = AnswerComparison.withDefaults();
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(100);
  private static final List<String> ENDS =
      List.of("so \\boxed{%d}", "The answer is %d.", "thus %d.0", "We stop here");

  private static LabeledSolution sample(int problem, int i, SplittableRandom random) {
    String end = ENDS.get(random.nextInt(ENDS.size())).formatted(problem + random.nextInt(3));
    Solution solution =
        new Solution(
            problem + "-" + i,
            new Problem("", "Problem " + problem + "?", Optional.of(String.valueOf(problem))),
            "",
            List.of("First.", end),
            random.nextInt(5) == 0 ? Optional.of(problem + "/1") : Optional.empty(),
            random.nextInt(5) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty());
    LabeledSolution labeled = LabeledSolution.of(solution).withOutcome("orm", random.nextDouble());
    return i > 0 && random.nextInt(4) == 0
        ? labeled
        : labeled
            .withScores(
                "prm",
                List.of(random.nextInt(4) / 4.0, random.nextDouble()),
                ScoreMeaning.STEP_CORRECT)
            .withOutcome("wide", 5 * random.nextDouble());
  }

  /** Problems that take turns, eight samples each. */
  private static List<LabeledSolution> samples() {
    SplittableRandom random = new SplittableRandom(7);
    List<LabeledSolution> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      for (int problem = 10; problem < 30; problem++) {
        all.add(sample(problem, i, random));
      }
    }
    return all;
  }

  private static SampleColumns columns(List<LabeledSolution> samples) {
    return SampleColumns.of(
        SolutionColumns.of(samples, SampleColumns.request(AnswerExtraction.withDefaults())),
        COMPARISON);
  }

  @Test
  void answersAndGradesAreThoseOfTheTexts() {
    SampledSolutions texts = SampledSolutions.of(samples(), COMPARISON);
    SampleColumns columns = columns(samples());
    assertEquals(texts.answers().size(), columns.size());
    for (int i = 0; i < columns.size(); i++) {
      SampleAnswer answer = texts.answers().get(i);
      assertEquals(answer.text(), columns.answer(i));
      assertEquals(answer.rule(), columns.rule(i));
      assertEquals(answer.grade(), columns.grade(i));
    }
    assertEquals(texts.undecided(), columns.undecided());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Estimator.class)
  void curvesAreThoseOfTheTexts(Estimator estimator) {
    SampledSolutions texts =
        SampledSolutions.of(samples(), COMPARISON)
            .withUnscored(SampledSolutions.Unscored.RANK_LAST);
    SampleScores scores = new SampleScores(columns(samples()));
    assertEquals(texts.prms(), scores.prms());
    assertEquals(texts.outcomeModels(), scores.outcomeModels());
    assertEquals(texts.unscored("prm"), scores.unscored("prm"));
    assertEquals(ScoreMeaning.STEP_CORRECT, scores.meaning("prm"));
    BestOfN all = of(BestOfN.of(scores.samples().unscored()), estimator);
    BestOfNSurvey survey = new BestOfNSurvey(all);
    var majority = survey.curve(Selection.MAJORITY, all.groups());
    CandidateColumns ranked = scores.ranked("prm", Aggregation.PRODUCT);
    var best = survey.curve(Selection.BEST, ranked);
    var vote = survey.curve(Selection.WEIGHTED_VOTE, scores.weighted("prm", Aggregation.MEAN));
    var outcome = survey.curve(Selection.BEST, scores.rankedByOutcome("orm"));
    var closed = survey.gapClosed(ranked, 8);
    survey.run();
    assertEquals(
        of(BestOfN.of(texts.unscored()), estimator).curve(Selection.MAJORITY), majority.get());
    BestOfN expected = of(BestOfN.of(texts.ranked("prm", Aggregation.PRODUCT)), estimator);
    assertEquals(expected.curve(Selection.BEST), best.get());
    assertEquals(expected.gapClosed(8), closed.get());
    assertEquals(
        of(BestOfN.of(texts.weighted("prm", Aggregation.MEAN)), estimator)
            .curve(Selection.WEIGHTED_VOTE),
        vote.get());
    assertEquals(
        of(BestOfN.of(texts.rankedByOutcome("orm")), estimator).curve(Selection.BEST),
        outcome.get());
    assertTrue(scores.weightedByOutcome("orm").isPresent());
    assertTrue(scores.weightedByOutcome("wide").isEmpty());
  }

  private static BestOfN of(BestOfN groups, Estimator estimator) {
    return groups.withEstimator(estimator).withBootstrap(BOOTSTRAP);
  }

  @Test
  void aSampleThatCannotBeGradedIsNamed() {
    LabeledSolution open =
        LabeledSolution.of(
            new Solution(
                "s", Problem.of("", "P?"), "", List.of("1"), Optional.empty(), Optional.empty()));
    var error = assertThrows(IllegalArgumentException.class, () -> columns(List.of(open)));
    assertEquals(
        "solution 's' is not graded and its problem has no gold answer", error.getMessage());
  }

  @Test
  void aPrmThatScoredNoSampleOfAProblemIsNotAmongThem() {
    List<LabeledSolution> some = samples();
    some.replaceAll(s -> s.solution().id().startsWith("12-") ? s.withScores(Map.of()) : s);
    SampleScores scores = new SampleScores(columns(some));
    assertEquals(List.of(), scores.prms());
    assertEquals(List.of("prm"), scores.leftOut());
    var error =
        assertThrows(IllegalArgumentException.class, () -> scores.ranked("prm", Aggregation.LAST));
    assertEquals("solution '12-0' has no scores of 'prm', but of [orm, wide]", error.getMessage());
  }
}
