package org.prmlab.labeling.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.Binarization;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabel.Unlabeled;
import org.prmlab.data.Verdict;
import org.prmlab.labeling.Automaton;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;

class MonteCarloLabelerTest {
  private static final Binarization ANY = Binarization.withDefaults();

  private static MonteCarloLabels label(Automaton automaton, RolloutStrategy strategy) {
    return MonteCarloLabeler.of(automaton, strategy).label(List.of(automaton.solution())).get(0);
  }

  /** A noiseless solution: every rollout succeeds before the error, none from it on. */
  private static Automaton noiseless(int steps, int error) {
    double[] chances = new double[steps];
    Arrays.fill(chances, 0, error, 1.0);
    return new Automaton(1, chances);
  }

  /**
   * The interval of every step is a 95 % credible one, so over chances drawn from its prior it
   * holds the truth in 95 % of cases. 1,000 seeds with 4 steps each: 4,000 intervals, whose
   * binomial deviation is 0.34 points; the bound is four of them.
   */
  @Test
  void theTrueChanceLiesInNineteenOfTwentyIntervals() {
    int inside = 0;
    int all = 0;
    for (long seed = 0; seed < 1000; seed++) {
      var truth = new java.util.SplittableRandom(seed);
      double[] chances = truth.doubles(4).toArray();
      MonteCarloLabels labels = label(new Automaton(seed + 7_000_000, chances), new EveryStep(8));
      for (int i = 0; i < chances.length; i++) {
        inside += labels.tallies().get(i).interval(0.95).contains(chances[i]) ? 1 : 0;
        all++;
      }
    }
    assertEquals(0.95, (double) inside / all, 4 * Math.sqrt(0.95 * 0.05 / all));
  }

  /**
   * At one fixed chance the coverage of few rollouts is not 95 % but what binomial sums give: the
   * exact coverage of Beta(1 + c, 1 + 8 - c) at 0.3 is that of c = 0..5. 1,000 seeds, four binomial
   * deviations.
   */
  @ParameterizedTest(name = "chance {0}")
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
  void atAFixedChanceTheCoverageIsTheBinomialSum(double chance) {
    double expected = 0;
    for (int c = 0; c <= 8; c++) {
      if (new RolloutCounts(c, 8 - c, 0, 0, 0).interval(0.95).contains(chance)) {
        expected += binomial(8, c) * Math.pow(chance, c) * Math.pow(1 - chance, 8 - c);
      }
    }
    int inside = 0;
    for (long seed = 0; seed < 1000; seed++) {
      MonteCarloLabels labels = label(new Automaton(seed, chance), new EveryStep(8));
      inside += labels.tallies().get(0).interval(0.95).contains(chance) ? 1 : 0;
    }
    double deviation = Math.sqrt(1000 * expected * (1 - expected));
    assertTrue(expected > 0.9, "coverage " + expected);
    assertEquals(1000 * expected, inside, 4 * deviation + 1);
  }

  private static double binomial(int n, int k) {
    double value = 1;
    for (int i = 1; i <= k; i++) {
      value = value * (n - k + i) / i;
    }
    return value;
  }

  @ParameterizedTest(name = "{0} steps")
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 31, 64})
  void theSearchFindsTheErrorOfTheFullSweepWithLogarithmicallyManyRollouts(int steps) {
    int most = Integer.SIZE - Integer.numberOfLeadingZeros(steps); // ceil(log2(steps + 1))
    for (int error = 0; error <= steps; error++) {
      Automaton swept = noiseless(steps, error);
      Automaton searched = noiseless(steps, error);
      MonteCarloLabels full = label(swept, new EveryStep(8));
      MonteCarloLabels found = label(searched, new FirstErrorSearch(8, 0));
      assertEquals(verdict(full), verdict(found), "error at " + error);
      assertEquals(8 * steps, swept.rollouts());
      assertTrue(searched.rollouts() <= 8 * most, searched.rollouts() + " rollouts");
    }
  }

  private static Optional<Verdict> verdict(MonteCarloLabels labels) {
    return labels.as("mc").verdict(ANY);
  }

  @Test
  void theCostNamesWhatAFullSweepWouldHaveTaken() {
    Automaton automaton = noiseless(15, 4);
    RolloutStrategy strategy = new FirstErrorSearch(8, 0);
    MonteCarloLabels labels = label(automaton, strategy);
    assertEquals(new LabelingCost(32, 120, 128, 480), LabelingCost.of(List.of(labels), strategy));
  }

  @ParameterizedTest(name = "threshold {0}, chance {1}")
  @CsvSource({"0, 0", "0, 0.2", "0, 1", "0.5, 0.1", "0.5, 0.5", "0.5, 0.9", "0.875, 0.95"})
  void stoppingEarlyByCurtailmentGivesTheLabelOfAllRollouts(double threshold, double chance) {
    Binarization rule = ANY.withThreshold(threshold);
    for (long seed = 0; seed < 200; seed++) {
      // level so high that only what cannot change any more stops it
      var adaptive = new AdaptiveStopping(RolloutBudget.of(8), threshold, 1, 1 - 1e-12);
      MonteCarloLabels full = label(new Automaton(seed, chance), new EveryStep(8));
      MonteCarloLabels early = label(new Automaton(seed, chance), adaptive);
      assertEquals(full.hardEstimate(rule), early.hardEstimate(rule), "seed " + seed);
      assertTrue(early.rollouts() <= full.rollouts());
    }
  }

  @Test
  void stoppingEarlySavesMostOfTheRolloutsWhereTheAnswerIsClear() {
    Automaton automaton = new Automaton(1, 1, 1, 1, 1);
    MonteCarloLabels labels = label(automaton, AdaptiveStopping.of(8, 0));
    assertEquals(8, automaton.rollouts()); // 2 from each of 4 steps
    assertEquals(
        List.of(1.0, 1.0, 1.0, 1.0), labels.softEstimate().stream().map(Optional::get).toList());
  }

  @Test
  void aWideThresholdIsDecidedByTheInterval() {
    // 32 rollouts of 400 correct ones: [0.89, 1.0] is above 0.5 long before 201 successes
    Automaton automaton = new Automaton(1, 1.0);
    label(automaton, new AdaptiveStopping(RolloutBudget.of(400), 0.5, 8, 0.95));
    assertEquals(8, automaton.rollouts());
  }

  @Test
  void theOutcomesAreToldApart() {
    Solution solution =
        Solution.of("s", new Problem("p", "?", Optional.of("12")), List.of("It is 3 times 4."));
    List<Completion> texts =
        Stream.of(
                "\\boxed{12.0}",
                "\\boxed{1}",
                "\\boxed{12 or what \\foo}",
                "no idea",
                "let us see",
                "let it be \\boxed{12}. And n")
            .map(t -> new Completion(t, t.startsWith("let") ? End.CUT : End.STOPPED))
            .toList();
    RolloutSource source =
        requests -> List.of(new Samples(texts, TokenUsage.none(), Optional.empty()));
    MonteCarloLabels labels =
        MonteCarloLabeler.of(source, new EveryStep(6)).label(List.of(solution)).get(0);
    assertEquals(new RolloutCounts(1, 1, 1, 1, 1, 1), labels.tallies().get(0));
    assertEquals(Unlabeled.UNLABELED, labels.labels().get(0), "2 of 6 have a verdict");
    assertEquals(1, labels.unlabeled());
    assertEquals(List.of(Optional.empty()), labels.softEstimate());
    var two = new EveryStep(RolloutBudget.of(6).withMinDecided(2));
    labels = MonteCarloLabeler.of(source, two).label(List.of(solution)).get(0);
    assertEquals(new StepLabel.MonteCarlo(1, 2, 6), labels.labels().get(0));
    assertEquals(List.of(Optional.of(0.5)), labels.softEstimate());
    assertEquals(0, labels.unlabeled());
  }

  @Test
  void anAnswerThatTheStepsNameCountsIfTheRolloutAddsNone() {
    Solution solution =
        Solution.of("s", new Problem("p", "?", Optional.of("12")), List.of("So \\boxed{12}."));
    RolloutSource source =
        requests ->
            List.of(
                new Samples(
                    List.of(new Completion("", End.STOPPED)), TokenUsage.none(), Optional.empty()));
    MonteCarloLabels labels =
        MonteCarloLabeler.of(source, new EveryStep(1)).label(List.of(solution)).get(0);
    assertEquals(StepLabel.monteCarlo(1, 1), labels.labels().get(0));
  }

  @Test
  void aProblemWithoutGoldAnswerIsAnErrorBeforeAnythingIsDrawn() {
    Automaton automaton = new Automaton(1, 1.0);
    Solution unknown = Solution.of("s9", Problem.of("p", "?"), List.of("a"));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                MonteCarloLabeler.of(automaton, new EveryStep(1))
                    .label(List.of(automaton.solution(), unknown)));
    assertEquals(
        "solution 's9': its problem has no gold answer to compare rollouts with;"
            + " give every record the field answer",
        error.getMessage());
    assertEquals(0, automaton.requests());
  }

  @Test
  void settingsThatMakeNoSenseAreAnError() {
    assertThrows(IllegalArgumentException.class, () -> new EveryStep(0));
    assertThrows(IllegalArgumentException.class, () -> new FirstErrorSearch(8, 1));
    assertThrows(IllegalArgumentException.class, () -> new FirstErrorSearch(0, 0));
    RolloutBudget eight = RolloutBudget.of(8);
    assertThrows(IllegalArgumentException.class, () -> new AdaptiveStopping(eight, 0, 0, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new AdaptiveStopping(eight, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new SampleRange(-1, 1));
    var error = assertThrows(IllegalArgumentException.class, () -> eight.withMinDecided(9));
    assertEquals(
        "a step is to be labeled from at least 9 decided rollouts of 8; 1 to 8 expected",
        error.getMessage());
    assertEquals("8 rollouts, at least 4 decided", eight.toString());
  }
}
