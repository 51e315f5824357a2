package org.prmlab.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.evaluation.Reference;

class BootstrapTest {
  private static final Bootstrap FINE = Bootstrap.withDefaults().withResamples(20_000);
  private static final double[] VALUES = {0, 1, 1, 0, 1, 1, 1, 0, 0, 1};

  @Test
  void rowsDrawnAloneGiveTheIntervalOfScipy() {
    JsonNode reference = Reference.record("bootstrap").get("rows");
    double[] values = numbers(reference);
    assertInterval(reference, FINE.interval(Clusters.ofRows(values.length), mean(values)));
  }

  @Test
  void rowsDrawnInClustersGiveTheIntervalOfNumpy() {
    JsonNode reference = Reference.record("bootstrap").get("clusters");
    Clusters clusters = Clusters.by(Reference.texts(reference.get("keys")));
    assertEquals(40, clusters.size());
    assertInterval(reference, FINE.interval(clusters, mean(numbers(reference))));
  }

  @Test
  void clusteringWidensTheIntervalOfCorrelatedRows() {
    JsonNode reference = Reference.record("bootstrap").get("clusters");
    double[] values = numbers(reference);
    Estimate alone = FINE.interval(Clusters.ofRows(values.length), mean(values));
    Estimate together =
        FINE.interval(Clusters.by(Reference.texts(reference.get("keys"))), mean(values));
    assertTrue(together.high() - together.low() > alone.high() - alone.low());
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 7})
  void anyNumberOfThreadsGivesTheSameReplicates(int threads) throws Exception {
    Clusters rows = Clusters.ofRows(VALUES.length);
    double[] expected = Bootstrap.withDefaults().replicates(rows, mean(VALUES));
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      double[] actual =
          pool.submit(() -> Bootstrap.withDefaults().replicates(rows, mean(VALUES))).get();
      assertArrayEquals(expected, actual);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theSeedDecidesTheReplicates() {
    Clusters rows = Clusters.ofRows(VALUES.length);
    double[] one = Bootstrap.withDefaults().withSeed(1).replicates(rows, mean(VALUES));
    double[] two = Bootstrap.withDefaults().withSeed(2).replicates(rows, mean(VALUES));
    assertNotEquals(Arrays.toString(one), Arrays.toString(two));
  }

  @Test
  void aLowerLevelGivesANarrowerInterval() {
    Clusters rows = Clusters.ofRows(VALUES.length);
    Estimate wide = FINE.interval(rows, mean(VALUES));
    Estimate narrow = FINE.withLevel(0.5).interval(rows, mean(VALUES));
    assertTrue(wide.low() < narrow.low() && narrow.high() < wide.high());
    assertEquals(0.5, narrow.level());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void strataKeepTheirSizeInEveryResample(long seed) {
    List<String> kinds = List.of("error", "correct", "error", "correct", "correct");
    Clusters clusters = Clusters.of(List.of(1, 2, 3, 4, 5), kinds);
    assertEquals(2, clusters.strata());
    for (int stream = 0; stream < 50; stream++) {
      int[] weights = clusters.draw(RandomStream.of(seed, stream));
      assertEquals(2, weights[0] + weights[2]);
      assertEquals(3, weights[1] + weights[3] + weights[4]);
    }
  }

  @Test
  void rowsOfOneClusterAlwaysComeTogether() {
    Clusters clusters = Clusters.by(List.of("a", "b", "a", "c"));
    assertEquals(3, clusters.size());
    for (int stream = 0; stream < 50; stream++) {
      int[] weights = clusters.draw(RandomStream.of(1, stream));
      assertEquals(weights[0], weights[2]);
    }
  }

  @Test
  void aStatisticOfAnEmptyClassIsAbsentAndNeverNaN() {
    Clusters rows = Clusters.ofRows(3);
    assertTrue(Bootstrap.withDefaults().intervalIfDefined(rows, w -> Double.NaN).isEmpty());
    assertTrue(Bootstrap.withDefaults().intervalIfDefined(Clusters.ofRows(0), w -> 1).isEmpty());
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Bootstrap.withDefaults().interval(rows, w -> Double.NaN));
    assertEquals(
        "statistic undefined for these 3 rows; a class is empty or nearly so: pool rows",
        error.getMessage());
  }

  @Test
  void tooFewResamplesAreRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Bootstrap.withDefaults().withResamples(10));
    assertEquals("10 resamples; at least 100 needed for an interval's ends", error.getMessage());
  }

  @Test
  void aPairedComparisonSeesWhatSeparateIntervalsHide() {
    // The second system solves every item the first does, and one more in ten.
    List<Double> worse = new ArrayList<>();
    List<Double> better = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      worse.add(i % 2 == 0 ? 1.0 : 0.0);
      better.add(i % 2 == 0 || i % 10 == 1 ? 1.0 : 0.0);
    }
    Clusters items = Clusters.ofRows(200);
    PairedComparison paired = PairedComparison.of(better, worse, items, Bootstrap.withDefaults());
    assertEquals(0.1, paired.difference().value(), 1e-12);
    assertTrue(paired.isClear());
    assertTrue(paired.pValue() < 0.002, "p " + paired.pValue());
    double[] a = worse.stream().mapToDouble(x -> x).toArray();
    assertTrue(Bootstrap.withDefaults().interval(items, mean(a)).contains(0.55));
  }

  @Test
  void aSystemComparedWithItselfDiffersByNothing() {
    List<Double> values = List.of(1.0, 0.0, 1.0, 1.0);
    PairedComparison same =
        PairedComparison.of(values, values, Clusters.ofRows(4), Bootstrap.withDefaults());
    assertFalse(same.isClear());
    assertEquals(1, same.pValue());
  }

  @Test
  void aComparisonOfDifferentItemsIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                PairedComparison.of(
                    List.of(1.0), List.of(1.0, 0.0), Clusters.ofRows(1), Bootstrap.withDefaults()));
    assertEquals(
        "1 and 2 values in 1 clustered rows; pairs of the same items expected", error.getMessage());
  }

  private static Statistic mean(double[] values) {
    return weights -> Means.weighted(values, weights);
  }

  private static double[] numbers(JsonNode reference) {
    return Reference.numbers(reference.get("values")).stream().mapToDouble(x -> x).toArray();
  }

  private static void assertInterval(JsonNode expected, Estimate actual) {
    double tolerance = Reference.record("bootstrap").get("tolerance").asDouble();
    assertEquals(expected.get("low").asDouble(), actual.low(), tolerance);
    assertEquals(expected.get("high").asDouble(), actual.high(), tolerance);
  }
}
