package org.prmlab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.evaluation.RunEvidence;

/**
 * Reference values: scipy 1.17.1. {@code ttest_1samp} (one-sided p-values doubled), {@code
 * t.interval}; power by {@code nct.sf} and, of an equivalence, by {@code quad} over the chi squared
 * density.
 */
class RunEvidenceTest {
  private static final List<Double> TEN = List.of(1.3, -.4, 2.2, .7, 1.9, .1, 1.1, 2.6, .8, 1.4);

  @Test
  void theIntervalIsStudents() {
    Estimate interval = RunMean.of(TEN);
    assertEquals(1.17, interval.value(), 1e-12);
    assertEquals(0.5091385758027699, interval.low(), 1e-9);
    assertEquals(1.8308614241972303, interval.high(), 1e-9);
  }

  @Test
  void aDifferenceFromABoundHasStudentsP() {
    assertEquals(0.003087242938030703, RunEvidence.differs(TEN, 0), 1e-9);
    assertEquals(0.04750664036273009, RunEvidence.differs(TEN, .5), 1e-9);
    List<Double> negative = TEN.stream().map(v -> -v).toList();
    assertEquals(0.003087242938030703, RunEvidence.differs(negative, 0), 1e-9);
  }

  @Test
  void anEquivalenceHasTheLargerOfTwoOneSidedPsDoubled() {
    assertEquals(2 * 0.009683776576851048, RunEvidence.within(TEN, 2), 1e-9);
    assertEquals(1, RunEvidence.within(TEN, .3));
    assertEquals(2 * 0.007749309270811557, RunEvidence.beyond(TEN, .3), 1e-9);
    assertEquals(1, RunEvidence.beyond(TEN, 2));
  }

  /** At the margin that the interval just touches, p is the level of the interval. */
  @Test
  void pIsWhereTheIntervalWouldJustDecide() {
    assertEquals(.05, RunEvidence.within(TEN, RunMean.of(TEN).high()), 1e-9);
    assertEquals(.05, RunEvidence.differs(TEN, RunMean.of(TEN).low()), 1e-9);
  }

  @Test
  void runsWithoutASpreadDecideNothing() {
    assertEquals(1, RunEvidence.differs(List.of(2.0, 2.0, 2.0), 0));
    assertEquals(1, RunEvidence.within(List.of(1.0), 5));
  }

  @ParameterizedTest(name = "{0} runs: a gap of {1} deviations")
  @CsvSource({
    "2, 11.549888435882304",
    "3, 3.2640435498199127",
    "5, 1.681997282215744",
    "10, 0.9960022543068076"
  })
  void theSmallestGapIsThatOfTheNoncentralT(int runs, double gap) {
    assertEquals(gap, new RunPower(runs, 1).smallestGap(), 1e-5);
    assertEquals(7 * gap, new RunPower(runs, 7).smallestGap(), 1e-4);
  }

  @ParameterizedTest(name = "{0} runs: a margin of {1} deviations")
  @CsvSource({"3, 3.6542090185722875", "5, 1.9392747898923255", "10, 1.1537278134214317"})
  void theSmallestMarginIsThatOfTwoOneSidedTests(int runs, double margin) {
    assertEquals(margin, new RunPower(runs, 1).smallestMargin(), 1e-5);
  }

  @Test
  void powerNeedsTwoRuns() {
    var error = assertThrows(IllegalArgumentException.class, () -> new RunPower(1, 1));
    assertTrue(
        String.valueOf(error.getMessage()).startsWith("1 runs, deviation 1.0; at least two"));
  }

  /** By hand: .005 x 4, .01 x 3, .03 x 2, and .04 no less than that. */
  @Test
  void holmCorrectsFromTheSmallestUpwards() {
    assertEquals(List.of(.03, .06, .06, .02), Holm.of(List.of(.01, .04, .03, .005)));
    assertEquals(List.of(1.0, 1.0), Holm.of(List.of(.6, .7)));
  }

  /** numpy.polyfit of the paper's Figure 5: F1 and Best-of-8 at thresholds of 0 to 7 eighths. */
  @Test
  void theLineThroughThePapersThresholds() {
    List<Double> f1 = List.of(40.2, 40.2, 39.0, 37.9, 36.6, 35.6, 33.6, 29.5);
    List<Double> best = List.of(65.5, 65.3, 65.0, 64.8, 64.9, 64.5, 64.6, 64.4);
    assertEquals(-1.421428571428575, TrendLine.of(f1).slope(), 1e-9);
    assertEquals(-0.15, TrendLine.of(best).slope(), 1e-9);
    assertEquals(new TrendLine(2, 5), TrendLine.of(List.of(5.0, 7.0, 9.0)));
    var error = assertThrows(IllegalArgumentException.class, () -> TrendLine.of(List.of(1.0)));
    assertEquals("1 numbers; a line needs at least two", error.getMessage());
  }

  /**
   * The dyestuff data of Davies (1947), as lme4 has them: variances of batches 1764.05 and within
   * them 2451.25.
   */
  @Test
  void batchesAndTheirSamplesVaryAsPublished() {
    VarianceComponents found =
        VarianceComponents.of(
            List.of(
                List.of(1545.0, 1440.0, 1440.0, 1520.0, 1580.0),
                List.of(1540.0, 1555.0, 1490.0, 1560.0, 1495.0),
                List.of(1595.0, 1550.0, 1605.0, 1510.0, 1560.0),
                List.of(1445.0, 1440.0, 1595.0, 1465.0, 1545.0),
                List.of(1595.0, 1630.0, 1515.0, 1635.0, 1625.0),
                List.of(1520.0, 1455.0, 1450.0, 1480.0, 1445.0)));
    assertEquals(1764.05, found.group(), 1e-9);
    assertEquals(2451.25, found.repetition(), 1e-9);
    assertEquals(1764.05 + 2451.25 / 5, found.ofMean(), 1e-9);
  }

  @Test
  void groupsOfDifferentSizesHaveNoComponents() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> VarianceComponents.of(List.of(List.of(1.0, 2.0), List.of(1.0))));
    assertEquals(
        "groups of [2, 1] measurements; expected at least two groups, all of the same size from 2"
            + " on",
        error.getMessage());
  }
}
