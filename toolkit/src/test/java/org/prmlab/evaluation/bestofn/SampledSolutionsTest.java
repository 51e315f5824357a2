package org.prmlab.evaluation.bestofn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

class SampledSolutionsTest {
  private static final AnswerComparison COMPARISON = AnswerComparison.withDefaults();
  private static final Problem PROBLEM = new Problem("p", "1 + 1?", Optional.of("2"));

  @Test
  void aMajorityIsOfAnswersNotOfStrings() {
    SampledSolutions samples = samples(answers(PROBLEM, "3", "3", "02", "2", "2.0"), COMPARISON);
    assertEquals(1, chosen(Selection.MAJORITY, samples.unscored()));
    assertEquals(
        List.of(0, 0, 1, 1, 1),
        samples.unscored().get(0).candidates().stream().map(Candidate::answerClass).toList());
  }

  @Test
  void silenceNeverWinsAVote() {
    SampledSolutions samples = samples(answers(PROBLEM, "", "", "", "2", "2"), COMPARISON);
    assertEquals(3, samples.unanswered());
    assertEquals(1, chosen(Selection.MAJORITY, samples.unscored()));
  }

  @Test
  void problemsWithTheSameTextAndOtherIdsStayTwo() {
    Problem twin = new Problem("q", PROBLEM.text(), PROBLEM.answer());
    List<LabeledSolution> both = new ArrayList<>(answers(PROBLEM, "2"));
    both.addAll(answers(twin, "3"));
    assertEquals(2, samples(both, COMPARISON).unscored().size());
  }

  @Test
  void answersAreLookedForInTheStepsAndComparedWithTheGoldOne() {
    Solution solution =
        Solution.of("s", PROBLEM, List.of("1 + 1 = 2.", "The answer is \\boxed{\\frac{4}{2}}."));
    SampledSolutions samples = samples(List.of(LabeledSolution.of(solution)), COMPARISON);
    assertEquals(1, chosen(Selection.BEST, samples.unscored()));
  }

  @Test
  void whatCannotBeDecidedIsCountedAndWrong() {
    SampledSolutions samples = samples(answers(PROBLEM, "\\foo{2}"), COMPARISON);
    assertEquals(1, samples.undecided());
    assertEquals(0, chosen(Selection.ANY, samples.unscored()));
  }

  /** Four samples; each way of aggregating prefers another one. */
  @ParameterizedTest(name = "{0} picks sample {1}")
  @CsvSource({"MIN, 0", "LAST, 1", "MEAN, 2", "PRODUCT, 3"})
  void theAggregationThatIsAskedForIsUsed(Aggregation aggregation, int expected) {
    double[][] scores = {
      {0.6, 0.6, 0.6, 0.6}, {0.1, 0.1, 0.1, 1}, {0.4, 1, 1, 0.98}, {0.59, 0.9, 0.9, 0.97}
    };
    List<LabeledSolution> solutions = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      solutions.add(scored(i, i == expected, scores[i]));
    }
    assertEquals(
        1,
        chosen(Selection.BEST, samples(solutions, COMPARISON).ranked("prm", aggregation)),
        aggregation.name());
  }

  @Test
  void theProductOfALongSolutionDoesNotUnderflow() {
    double[] poor = DoubleStream.generate(() -> 1e-4).limit(100).toArray();
    double[] better = DoubleStream.generate(() -> 2e-4).limit(100).toArray();
    assertEquals(0, Arrays.stream(better).reduce(1, (a, b) -> a * b));
    SampledSolutions samples =
        samples(List.of(scored(0, false, poor), scored(1, true, better)), COMPARISON);
    assertEquals(1, chosen(Selection.BEST, samples.ranked("prm", Aggregation.PRODUCT)));
  }

  @Test
  void onlyPrmsThatScoredEverySampleAreNamed() {
    List<LabeledSolution> solutions =
        List.of(
            scored(0, true, 0.5).withScores(Map.of("prm", List.of(0.5), "other", List.of(0.5))),
            scored(1, true, 0.5));
    SampledSolutions samples = samples(solutions, COMPARISON);
    assertEquals(List.of("prm"), samples.prms());
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> samples.ranked("other", Aggregation.MIN));
    assertEquals("solution 's1' has no scores of 'other', but of [prm]", error.getMessage());
  }

  @Test
  void anOutcomeModelRanksByAnyRealNumberAndVotesByProbabilities() {
    List<LabeledSolution> solutions =
        List.of(
            scored(0, false, 0.5).withOutcomes(Map.of("logit", -7.5, "rate", 0.5)),
            scored(1, true, 0.5).withOutcomes(Map.of("logit", 3.25, "rate", 0.75)));
    SampledSolutions samples = samples(solutions, COMPARISON);
    assertEquals(List.of("logit", "rate"), samples.outcomeModels().stream().sorted().toList());
    assertEquals(1, chosen(Selection.BEST, samples.rankedByOutcome("logit")));
    assertEquals(Optional.empty(), samples.weightedByOutcome("logit"));
    assertEquals(
        1, chosen(Selection.WEIGHTED_VOTE, samples.weightedByOutcome("rate").orElseThrow()));
  }

  @Test
  void aSampleWithoutAScoreRanksLastIfThatIsAskedFor() {
    List<LabeledSolution> solutions =
        List.of(scored(0, false, 0.5).withScores(Map.of()), scored(1, true, 0.1));
    assertEquals(List.of(), samples(solutions, COMPARISON).prms());
    SampledSolutions samples =
        samples(solutions, COMPARISON).withUnscored(SampledSolutions.Unscored.RANK_LAST);
    assertEquals(List.of("prm"), samples.prms());
    assertEquals(1, samples.unscored("prm"));
    assertEquals(1, chosen(Selection.BEST, samples.ranked("prm", Aggregation.MIN)));
    assertEquals(1, chosen(Selection.WEIGHTED_VOTE, samples.weighted("prm", Aggregation.MIN)));
  }

  @Test
  void anAnswerThatNobodyGradedNeedsAGoldOne() {
    Solution solution = Solution.of("s", Problem.of("", "1 + 1?"), List.of("\\boxed{2}"));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> samples(List.of(LabeledSolution.of(solution)), COMPARISON));
    assertEquals(
        "solution 's' is not graded and its problem has no gold answer", error.getMessage());
  }

  @Test
  void aTruncatedSampleIsNotRanked() {
    LabeledSolution half =
        scored(0, true, 0.5, 0.5).withScores(Map.of("prm", Collections.singletonList(0.5)));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> samples(List.of(half), COMPARISON).ranked("prm", Aggregation.MIN));
    assertEquals(
        "solution 's0' has 2 steps but 1 scores; score it without truncation first",
        error.getMessage());
  }

  private static SampledSolutions samples(
      List<LabeledSolution> solutions, AnswerComparison comparison) {
    return SampledSolutions.of(solutions, comparison);
  }

  private static double chosen(Selection selection, List<CandidateGroup> groups) {
    int k = groups.get(0).size();
    return selection.at(groups.get(0), k, Estimator.FIRST_K, 1).value();
  }

  private static List<LabeledSolution> answers(Problem problem, String... answers) {
    return IntStream.range(0, answers.length)
        .mapToObj(
            i ->
                new Solution(
                    problem.id() + i,
                    problem,
                    "",
                    List.of("a step"),
                    Optional.of(answers[i]),
                    Optional.empty()))
        .map(LabeledSolution::of)
        .toList();
  }

  private static LabeledSolution scored(int id, boolean right, double... scores) {
    Solution solution =
        new Solution(
            "s" + id,
            PROBLEM,
            "",
            Arrays.stream(scores).mapToObj(s -> "a step").toList(),
            Optional.of(right ? "2" : "3" + id),
            Optional.of(right));
    List<Double> values = Arrays.stream(scores).boxed().toList();
    return LabeledSolution.of(solution).withScores(Map.of("prm", values));
  }
}
