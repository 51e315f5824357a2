package org.prmlab.evaluation.bestofn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.ProblemKey;
import org.prmlab.evaluation.Reference;

class BestOfNTest {
  static Stream<JsonNode> subsets() {
    return Reference.records("best_of_n");
  }

  @ParameterizedTest
  @MethodSource("subsets")
  void theExpectationOverAllSubsetsIsThatOfVisitingEachOne(JsonNode row) {
    CandidateGroup group = group(row);
    int k = row.get("k").asInt();
    for (Selection selection : List.of(Selection.BEST, Selection.MAJORITY, Selection.ANY)) {
      double expected = row.get(selection == Selection.ANY ? "any" : name(selection)).asDouble();
      Expectation actual = selection.at(group, k, Estimator.ALL_SUBSETS, 1);
      assertEquals(expected, actual.value(), 1e-12, selection + " at " + k);
      assertTrue(actual.isExact());
    }
  }

  @Test
  void aTieGoesToTheFirstSample() {
    CandidateGroup group =
        group(new Candidate(0, false, 0.9), new Candidate(1, true, 0.9), new Candidate(2, true, 0));
    assertEquals(0, firstK(Selection.BEST, group, 3));
    assertEquals(0, firstK(Selection.MAJORITY, group, 3));
    assertEquals(0, firstK(Selection.WEIGHTED_VOTE, group, 3));
    assertEquals(1, firstK(Selection.ANY, group, 3));
  }

  @Test
  void aVoteCountsAnswersAndAWeightedVoteTheirScores() {
    CandidateGroup group =
        group(
            new Candidate(0, true, 0.9),
            new Candidate(1, false, 0.1),
            new Candidate(1, false, 0.2));
    assertEquals(0, firstK(Selection.MAJORITY, group, 3));
    assertEquals(1, firstK(Selection.WEIGHTED_VOTE, group, 3));
  }

  @Test
  void onlyTheFirstKSamplesCountWhereThePapersEstimatorIsAskedFor() {
    CandidateGroup group =
        group(new Candidate(0, false, 0.1), new Candidate(1, true, 0.9), new Candidate(1, true, 1));
    assertEquals(0, firstK(Selection.ANY, group, 1));
    assertEquals(1, firstK(Selection.BEST, group, 2));
  }

  @Test
  void aVoteWeightedByLogarithmsIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> firstK(Selection.WEIGHTED_VOTE, group(new Candidate(0, true, -2.5)), 1));
    assertEquals(
        "vote weighted by score -2.5; weights must be 0 or more: use min, product, last or mean,"
            + " not a sum of logarithms",
        error.getMessage());
  }

  @Test
  void moreSamplesThanThereAreIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> firstK(Selection.BEST, group(new Candidate(0, true, 1)), 2));
    assertEquals(
        "problem 'p' has 1 samples, 2 asked for; choose k from 1 to the smallest group",
        error.getMessage());
  }

  @Test
  void aScoreThatIsNoNumberIsRefused() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> new Candidate(0, true, Double.NaN));
    assertEquals("candidate scored NaN; a number that can be ranked needed", error.getMessage());
  }

  @Test
  void aProblemWithoutSamplesIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new CandidateGroup(new ProblemKey("p", "?"), List.of()));
    assertEquals("problem 'p' has no samples", error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> BestOfN.of(List.of()));
    assertEquals("no problems to choose answers for", error.getMessage());
  }

  @ParameterizedTest(name = "maj@{0} of {1} samples in {2} classes")
  @CsvSource({"8, 64, 9", "16, 64, 20"})
  void countingAMajorityExactlyFitsVotingInRandomSubsets(int k, int n, int classes) {
    CandidateGroup group = random(n, classes, 7);
    assertTrue(MajorityCount.isFeasible(group, k));
    double counted = MajorityCount.expectation(group, k);
    Expectation drawn =
        SubsetSampling.of(
            group,
            k,
            new SubsetSampling.Draws(3, group.problem().name().hashCode()),
            Selection.MAJORITY);
    assertFalse(drawn.isExact());
    assertEquals(counted, drawn.value(), 4 * drawn.standardError());
  }

  @Test
  void aWeightedVoteVisitsAllSubsetsWhileTheyAreFewAndDrawsThemBeyond() {
    assertTrue(Selection.WEIGHTED_VOTE.at(random(8, 3, 1), 4, Estimator.ALL_SUBSETS, 1).isExact());
    Expectation drawn = Selection.WEIGHTED_VOTE.at(random(64, 3, 1), 32, Estimator.ALL_SUBSETS, 1);
    assertTrue(drawn.standardError() > 0 && drawn.standardError() < 0.006);
    assertEquals(drawn, Selection.WEIGHTED_VOTE.at(random(64, 3, 1), 32, Estimator.ALL_SUBSETS, 1));
  }

  @Test
  void theTwoEstimatorsAgreeWhereAllSamplesAreTaken() {
    BestOfN first = BestOfN.of(groups(40));
    BestOfN all = first.withEstimator(Estimator.ALL_SUBSETS);
    for (Selection selection : Selection.values()) {
      if (selection != Selection.MAJORITY) { // whose ties are averaged
        double expected = first.at(selection, 8).accuracy().value();
        assertEquals(expected, all.at(selection, 8).accuracy().value(), 1e-12);
      }
    }
  }

  @Test
  void theCurveDoublesUpToAllSamples() {
    List<AccuracyAtK> curve = BestOfN.of(groups(30)).curve(Selection.ANY);
    assertEquals(List.of(1, 2, 4, 8), curve.stream().map(AccuracyAtK::k).toList());
    for (int i = 1; i < curve.size(); i++) {
      assertTrue(curve.get(i).accuracy().value() >= curve.get(i - 1).accuracy().value());
    }
  }

  @Test
  void theGapIsClosedFullyByAPerfectScorer() {
    List<CandidateGroup> groups =
        groups(30).stream()
            .map(
                g ->
                    new CandidateGroup(
                        g.problem(),
                        g.candidates().stream()
                            .map(
                                c ->
                                    new Candidate(
                                        c.answerClass(), c.correct(), c.correct() ? 1 : 0))
                            .toList()))
            .toList();
    assertEquals(1, BestOfN.of(groups).gapClosed(8).orElseThrow().value(), 1e-12);
  }

  @Test
  void thereIsNoGapToCloseWhereTheVoteIsAlwaysRight() {
    CandidateGroup right = group(new Candidate(0, true, 0.1), new Candidate(0, true, 0.2));
    assertTrue(BestOfN.of(List.of(right, right)).gapClosed(2).isEmpty());
  }

  private static double firstK(Selection selection, CandidateGroup group, int k) {
    return selection.at(group, k, Estimator.FIRST_K, 1).value();
  }

  private static String name(Selection selection) {
    return selection == Selection.BEST ? "best" : "majority";
  }

  private static CandidateGroup group(Candidate... candidates) {
    return new CandidateGroup(new ProblemKey("p", "?"), List.of(candidates));
  }

  private static CandidateGroup group(JsonNode row) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < row.get("answers").size(); i++) {
      candidates.add(
          new Candidate(
              row.get("answers").get(i).asInt(),
              row.get("correct").get(i).asBoolean(),
              row.get("scores").get(i).asDouble()));
    }
    return new CandidateGroup(new ProblemKey("p", "?"), candidates);
  }

  private static CandidateGroup random(int n, int classes, long seed) {
    Random random = new Random(seed);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int answer = random.nextInt(classes);
      candidates.add(new Candidate(answer, answer == 0, random.nextDouble()));
    }
    return new CandidateGroup(new ProblemKey("p" + seed, "?"), candidates);
  }

  private static List<CandidateGroup> groups(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(i -> random(8, 4, i)).toList();
  }
}
