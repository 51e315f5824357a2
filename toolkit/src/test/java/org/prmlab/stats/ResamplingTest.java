package org.prmlab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of clusters give what rows give, for the same seed and to the last digit. */
class ResamplingTest {
  private static final int ROWS = 5000;

  @ParameterizedTest(name = "{0} resamples")
  @ValueSource(ints = {100, 117})
  void sumsGiveTheIntervalsOfRows(int resamples) {
    Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(resamples);
    int[] problem = IntStream.range(0, ROWS).map(i -> i * 7919 % 1301).toArray();
    boolean[] right = new boolean[ROWS];
    ClusterSums sums = new ClusterSums(1, 2);
    Clusters clusters = Clusters.ofNumbers(problem);
    for (int i = 0; i < ROWS; i++) {
      right[i] = (i * 31 + i / 7) % 3 == 0;
      sums.part(0).add(clusters.of(i), 0, right[i] ? 1 : 0);
      sums.part(0).add(clusters.of(i), 1, 1);
    }
    Optional<Estimate> expected =
        bootstrap.intervalIfDefined(
            Clusters.by(IntStream.of(problem).boxed().toList()),
            weights -> {
              long hits = 0;
              long all = 0;
              for (int i = 0; i < ROWS; i++) {
                hits += right[i] ? weights[i] : 0;
                all += weights[i];
              }
              return (double) hits / all;
            });
    assertEquals(
        expected,
        bootstrap.intervals(clusters, sums, List.of(SumStatistic.share(0, 1))).get(0).get(0));
  }

  @ParameterizedTest(name = "counts of {0}")
  @ValueSource(doubles = {40, 1000, 0.25})
  void theSizeOfCountsDoesNotMatter(double each) {
    assertEquals(share(1), share(each));
  }

  private static Optional<Estimate> share(double each) {
    ClusterSums sums = new ClusterSums(1, 2);
    for (int i = 0; i < ROWS; i++) {
      sums.part(0).add(i, 0, i % 3 == 0 ? each : 0);
      sums.part(0).add(i, 1, each);
    }
    return Bootstrap.withDefaults()
        .withResamples(100)
        .intervals(Clusters.ofRows(ROWS), sums, List.of(SumStatistic.share(0, 1)))
        .get(0)
        .get(0);
  }

  @Test
  void strataAreThoseOfNamedKinds() {
    int[] problem = {0, 0, 1, 2, 2, 3, 4, 4};
    byte[] kinds = {0, 1, 1, 0, 0, 1, 1, 0};
    Clusters numbers = Clusters.ofNumbers(problem, kinds);
    Clusters named =
        Clusters.of(
            IntStream.of(problem).boxed().toList(),
            IntStream.range(0, 8).mapToObj(i -> kinds[i] == 1 ? "error" : "correct").toList());
    assertEquals(named.strata(), numbers.strata());
    for (int seed = 0; seed < 20; seed++) {
      assertEquals(
          IntStream.of(named.draw(RandomStream.of(seed, 0))).boxed().toList(),
          IntStream.of(numbers.draw(RandomStream.of(seed, 0))).boxed().toList());
    }
  }

  @Test
  void aPartThatIsMostlyMissedHasNoInterval() {
    Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(200);
    ClusterSums sums = new ClusterSums(2, 2);
    int[] problem = IntStream.range(0, 50).toArray();
    sums.part(0).add(3, 1, 1);
    List<List<Optional<Estimate>>> estimates =
        bootstrap.intervals(Clusters.ofNumbers(problem), sums, List.of(SumStatistic.share(0, 1)));
    assertEquals(0, estimates.get(0).get(0).orElseThrow().value());
    assertEquals(Optional.empty(), estimates.get(1).get(0));
  }

  @Test
  void aClusterMayBeDrawnMoreOftenThanAByteHolds() {
    int[] times = Clusters.ofNumbers(new int[300]).times(RandomStream.of(1, 0));
    assertEquals(1, times[0]);
    Clusters two = Clusters.ofNumbers(IntStream.range(0, 1000).map(i -> i % 2).toArray());
    assertEquals(2, IntStream.of(two.times(RandomStream.of(1, 0))).sum());
  }
}
