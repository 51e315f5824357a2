package org.prmlab.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Binarization;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.KrippendorffAlpha;
import org.prmlab.evaluation.LabelPair;

class IntervalRuleTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"0, 8", "8, 8", "1, 8", "3, 5", "0, 300", "4, 300"})
  void aShareThatResamplesCannotTellIsThatOfClopperAndPearson(int right, int all) {
    Estimate share = BOOTSTRAP.share(Clusters.ofRows(all), first(right, all)).orElseThrow();
    assertBounds(new Proportion(right, all).clopperPearson(0.95), share);
  }

  /** Problems of one, one and four solutions tell as much as 36 / 18 = 2 of equal size. */
  @Test
  void solutionsOfOneProblemAreNotCountedOneByOne() {
    Clusters problems = Clusters.by(List.of("a", "b", "c", "c", "c", "c"));
    Estimate share = BOOTSTRAP.share(problems, first(6, 6)).orElseThrow();
    assertBounds(new Proportion(2, 2).clopperPearson(0.95), share);
  }

  @Test
  void equalSharesOfAllProblemsLeaveSomethingOpen() {
    List<Integer> problems = IntStream.range(0, 80).mapToObj(i -> i / 2).toList();
    double[] half = IntStream.range(0, 80).mapToDouble(i -> i % 2).toArray();
    Estimate share = BOOTSTRAP.share(Clusters.by(problems), half).orElseThrow();
    assertBounds(new Proportion(20, 40).clopperPearson(0.95), share);
  }

  @Test
  void tenProblemsOfEachKindAreResampled() {
    double[] values = first(10, 40);
    Clusters rows = Clusters.ofRows(40);
    Statistic mean = w -> Means.weighted(values, w);
    Estimate share = BOOTSTRAP.share(rows, values).orElseThrow();
    assertEquals(BOOTSTRAP.interval(rows, mean), share);
    double[] draws = BOOTSTRAP.replicates(rows, mean);
    Arrays.sort(draws);
    assertTrue(draws[3] <= share.low() && share.low() <= draws[6], share.toString());
    double[] fewer = first(9, 40);
    assertBounds(
        new Proportion(9, 40).clopperPearson(0.95), BOOTSTRAP.share(rows, fewer).orElseThrow());
  }

  /** Variance by hand: of 20 problems half are all right, 20 / 19 * 20 * 2^2 / 80^2 = 1 / 76. */
  @Test
  void aShareThatVariesIsWorthWhatItsVarianceSays() {
    double[] items = new double[20];
    Arrays.fill(items, 4);
    double[] hits = new double[20];
    Arrays.fill(hits, 0, 10, 4);
    ClusterShare share = ClusterShare.of(hits, items);
    assertTrue(share.isResampled());
    assertEquals(1 / 76.0, share.variance(), 1e-12);
    Estimate exact = share.exact(0.95); // 80 items that are worth 19
    Estimate less = new Proportion(9, 18).clopperPearson(0.95);
    Estimate more = new Proportion(10, 20).clopperPearson(0.95);
    assertTrue(less.low() < exact.low() && exact.low() < more.low(), exact.toString());
    assertTrue(more.high() < exact.high() && exact.high() < less.high(), exact.toString());
  }

  @Test
  void f1ComesFromTheIntervalsOfBothAccuracies() {
    ClusterShare none = ClusterShare.of(new double[8], ones(8));
    ClusterShare all = ClusterShare.of(ones(592), ones(592));
    Estimate f1 =
        new ShareFunction(List.of(none, all), r -> Means.harmonic(r[0], r[1])).squareAndAdd(0.95);
    double most = new Proportion(0, 8).clopperPearson(0.95).high();
    assertEquals(0, f1.low());
    assertEquals(Means.harmonic(most, 1), f1.high(), 1e-9);
  }

  /** Newcombe's example (a) with exact ends: 56 of 70 and 48 of 80 differ by 0.2. */
  @Test
  void aDifferenceAddsTheSquaresOfBothSides() {
    ClusterShare a = ClusterShare.of(first(56, 70), ones(70));
    ClusterShare b = ClusterShare.of(first(48, 80), ones(80));
    Estimate gap = new ShareFunction(List.of(a, b), r -> r[0] - r[1]).squareAndAdd(0.95);
    Estimate of56 = a.exact(0.95);
    Estimate of48 = b.exact(0.95);
    assertEquals(0.2, gap.value(), 1e-12);
    assertEquals(0.2 - Math.hypot(0.8 - of56.low(), of48.high() - 0.6), gap.low(), 1e-12);
    assertEquals(0.2 + Math.hypot(of56.high() - 0.8, 0.6 - of48.low()), gap.high(), 1e-12);
    assertEquals(0.0524, gap.low(), 0.015); // Newcombe's Table II, method 10: Wilson's ends
    assertEquals(0.3339, gap.high(), 0.015);
  }

  @Test
  void systemsThatNeverDifferedMayDifferALittle() {
    List<Double> values = IntStream.range(0, 300).mapToObj(i -> i % 2 + 0.0).toList();
    PairedComparison same = PairedComparison.of(values, values, Clusters.ofRows(300), BOOTSTRAP);
    double most = new Proportion(0, 300).clopperPearson(0.95).high();
    assertEquals(0, same.difference().value());
    assertEquals(most, same.difference().high(), 1e-9);
    assertEquals(-most, same.difference().low(), 1e-9);
    assertEquals(1, same.pValue());
  }

  @Test
  void fiveWinsWithoutALossAreTestedExactly() {
    List<Double> better = IntStream.range(0, 300).mapToObj(i -> i < 5 ? 1.0 : 0.0).toList();
    List<Double> worse = IntStream.range(0, 300).mapToObj(i -> 0.0).toList();
    PairedComparison gap = PairedComparison.of(better, worse, Clusters.ofRows(300), BOOTSTRAP);
    assertEquals(2 / 32.0, gap.pValue(), 1e-12);
  }

  @Test
  void aDifferenceOfAnotherKindThatNeverVariesIsUnknown() {
    PairedComparison flat = PairedComparison.of(Clusters.ofRows(50), w -> 0.25, BOOTSTRAP);
    assertEquals("0.250 [too few]", flat.difference().toString());
    assertEquals(1, flat.pValue());
    assertFalse(flat.isClear());
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> PairedComparison.of(Clusters.ofRows(50), w -> Double.NaN, BOOTSTRAP));
    assertEquals(
        "difference undefined for these items; is a class of them empty?", error.getMessage());
  }

  @Test
  void ofAnotherStatisticTooFewProblemsOrEqualResamplesAreSaid() {
    Estimate few = BOOTSTRAP.interval(Clusters.ofRows(3), w -> w[0]);
    assertEquals(
        "3 problems; at least 10 are needed to draw them again", few.reason().orElseThrow());
    Estimate flat = BOOTSTRAP.interval(Clusters.ofRows(30), w -> 0.5);
    assertEquals("every resample gives the same number", flat.reason().orElseThrow());
    assertEquals("50.0 [too few]", flat.percent());
    assertFalse(flat.isKnown());
    assertTrue(flat.contains(1e9));
  }

  /** A judge that finds no error: kappa is 0, but eight errors do not show that it never would. */
  @Test
  void aSourceOfOneClassLeavesKappaOpen() {
    Estimate kappa = kappa(600, 8, i -> Verdict.allCorrect());
    assertEquals(0, kappa.value(), 1e-12);
    assertTrue(kappa.low() < 0 && kappa.low() > -0.02, kappa.toString());
    assertTrue(kappa.high() > 0.3 && kappa.high() < 0.7, kappa.toString());
    Estimate mirrored = kappa(600, 0, i -> i < 8 ? Verdict.errorAt(0) : Verdict.allCorrect());
    assertEquals(kappa.high(), mirrored.high(), 1e-12);
  }

  @Test
  void perfectAgreementOfFewIsNotCertain() {
    Estimate kappa = kappa(20, 10, i -> i < 10 ? Verdict.errorAt(0) : Verdict.allCorrect());
    assertEquals(1, kappa.value(), 1e-12);
    assertEquals(1, kappa.high(), 1e-12);
    assertTrue(kappa.low() > 0.4 && kappa.low() < 0.8, kappa.toString());
  }

  @Test
  void opposedSourcesOfOneClassEachHaveAKappaOfUnknownBounds() {
    Estimate kappa = kappa(20, 20, i -> Verdict.allCorrect());
    assertEquals(0, kappa.value());
    assertFalse(kappa.isKnown());
  }

  @Test
  void alphaOfATableIsThatOfItsItems() {
    double[][] counts = {{40, 3}, {5, 12}};
    List<List<String>> items =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    i < 40
                        ? List.of("c", "c")
                        : i < 43
                            ? List.of("c", "w")
                            : i < 48 ? List.of("w", "c") : List.of("w", "w"))
            .toList();
    assertEquals(
        KrippendorffAlpha.nominal(items).orElseThrow(), KrippendorffAlpha.of(counts), 1e-12);
  }

  @Test
  void moreHitsThanItemsAreRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> ClusterShare.of(new double[] {2}, new double[] {1}));
    assertEquals("2.0 of 1.0 items; a share of items expected", error.getMessage());
  }

  @Test
  void resamplesAreAskedForOnlyWhereTheyAreNeeded() {
    ShareFunction flat = ShareFunction.of(ClusterShare.of(ones(20), ones(20)));
    Optional<Estimate> exact =
        new IntervalRule(0.95)
            .of(
                1,
                flat,
                () -> {
                  throw new AssertionError("asked for");
                });
    assertArrayEquals(
        new double[] {new Proportion(20, 20).clopperPearson(0.95).low()},
        new double[] {exact.orElseThrow().low()},
        1e-9);
  }

  /** Kappa of solutions of one step, the first so many of which the reference calls wrong. */
  private static Estimate kappa(int solutions, int wrong, IntFunction<Verdict> said) {
    List<LabelPair> pairs =
        IntStream.range(0, solutions)
            .mapToObj(
                i ->
                    LabelPair.ofVerdicts(
                        Solution.of("s" + i, Problem.of("", "p" + i), List.of("1")),
                        i < wrong ? Verdict.errorAt(0) : Verdict.allCorrect(),
                        said.apply(i)))
            .toList();
    return Agreement.of(pairs, Binarization.withDefaults(), BOOTSTRAP).steps().kappa();
  }

  private static void assertBounds(Estimate expected, Estimate actual) {
    assertEquals(expected.value(), actual.value(), 1e-12);
    assertEquals(expected.low(), actual.low(), 1e-9);
    assertEquals(expected.high(), actual.high(), 1e-9);
  }

  private static double[] first(int ones, int all) {
    return IntStream.range(0, all).mapToDouble(i -> i < ones ? 1 : 0).toArray();
  }

  private static double[] ones(int all) {
    return first(all, all);
  }
}
