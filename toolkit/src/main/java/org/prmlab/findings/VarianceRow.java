package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.VarianceComponents;
import org.prmlab.tabletop.world.PrmItems;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.WorldOutcomes;
import org.prmlab.tabletop.world.WorldResults;

/**
 * Where the spread of a claim's number over worlds comes from, as standard deviations of a world's
 * number in points. Worlds and training seeds by an analysis of variance with random effects; the
 * test set, which the training seeds of a world share, by each item's influence on the number. A
 * part whose estimate is below 0 stands as 0.
 *
 * @param id of the claim
 * @param inAll as the worlds spread
 * @param world policy, training data and labels: what is left of the spread between worlds
 * @param trainingSeed of the mean over a world's seeds
 * @param testSet empty if a world has no files of items
 * @param halfWidth of the claim's 95 % interval; empty if that is unknown
 */
public record VarianceRow(
    String id,
    double inAll,
    double world,
    double trainingSeed,
    Optional<Double> testSet,
    Optional<Double> halfWidth) {
  static final String HEADING =
      String.format(
          Locale.ROOT,
          "    %8s%8s%15s%10s%12s",
          "in all",
          "world",
          "training seed",
          "test set",
          "half-width");

  /** A row a claim, points. */
  public static ResultTable table(List<VarianceRow> rows) {
    var table =
        ResultTable.of(
            List.of(
                ResultColumn.text("claim"),
                ResultColumn.coefficient("in all", "in_all"),
                ResultColumn.coefficient("world", "world"),
                ResultColumn.coefficient("training seed", "training_seed"),
                ResultColumn.coefficient("test set", "test_set"),
                ResultColumn.coefficient("half-width", "half_width")));
    for (VarianceRow row : rows) {
      table = table.row(row.id, row.inAll, row.world, row.trainingSeed, row.testSet, row.halfWidth);
    }
    return table;
  }

  /** Claims that compare two PRMs, both of several seeds, by a measure whose items are known. */
  private record Compared(String id, PrmRecipe first, PrmRecipe second, ItemMeasure measure) {}

  private static final List<Compared> COMPARED =
      List.of(
          new Compared("a1", PrmRecipe.HUMAN, PrmRecipe.MC_HARD, ItemMeasure.F1),
          new Compared("a2", PrmRecipe.MC_HARD, PrmRecipe.HUMAN, ItemMeasure.BEST),
          new Compared("a4", PrmRecipe.HUMAN, PrmRecipe.MC_HARD, ItemMeasure.TUNED_F1),
          new Compared("c1", PrmRecipe.CONSENSUS_HARD, PrmRecipe.MC_HARD, ItemMeasure.F1),
          new Compared("c3", PrmRecipe.CONSENSUS_HARD, PrmRecipe.JUDGE, ItemMeasure.F1),
          new Compared("c4", PrmRecipe.CONSENSUS_HARD, PrmRecipe.MC_HARD, ItemMeasure.TUNED_F1),
          new Compared("j1", PrmRecipe.JUDGE, PrmRecipe.MC_HARD, ItemMeasure.F1),
          new Compared("j2", PrmRecipe.MC_HARD, PrmRecipe.JUDGE, ItemMeasure.BEST));

  /** Of the claims whose PRMs have several training seeds in all worlds, if worlds are several. */
  static List<VarianceRow> of(List<Finding> findings, WorldResults worlds) {
    return COMPARED.stream()
        .flatMap(
            compared ->
                findings.stream()
                    .filter(f -> f.id().equals(compared.id()) && isRepeated(f))
                    .map(f -> of(f, testSet(compared, worlds.worlds()))))
        .toList();
  }

  private static boolean isRepeated(Finding finding) {
    List<WorldValue> worlds = finding.worlds();
    return worlds.size() > 1
        && worlds.get(0).runs().size() > 1
        && worlds.stream().allMatch(w -> w.runs().size() == worlds.get(0).runs().size());
  }

  /**
   * Takes a claim's spread apart.
   *
   * @param testSet variance of a world's number by its test set; empty if that is unknown
   */
  static VarianceRow of(Finding finding, OptionalDouble testSet) {
    VarianceComponents parts =
        VarianceComponents.of(finding.worlds().stream().map(WorldValue::runs).toList());
    Estimate ours = finding.ours();
    return new VarianceRow(
        finding.id(),
        root(parts.ofMean()),
        root(parts.group() - testSet.orElse(0)),
        root(parts.repetition() / parts.repetitions()),
        testSet.stream().mapToObj(VarianceRow::root).findFirst(),
        ours.isKnown() ? Optional.of((ours.high() - ours.low()) / 2) : Optional.empty());
  }

  private static double root(double variance) {
    return Math.sqrt(Math.max(0, variance));
  }

  /** The mean over worlds of the variance that their test sets add. */
  private static OptionalDouble testSet(Compared compared, List<WorldOutcomes> worlds) {
    List<Double> variances = new ArrayList<>();
    for (WorldOutcomes world : worlds) {
      Optional<List<PrmItems>> first = world.items(compared.first());
      Optional<List<PrmItems>> second = world.items(compared.second());
      if (first.isEmpty() || second.isEmpty()) {
        return OptionalDouble.empty();
      }
      variances.add(testSet(compared.measure(), first.get(), second.get()));
    }
    return variances.stream().mapToDouble(Double::doubleValue).average();
  }

  /**
   * The variance that the test set adds to the difference of two PRMs, mean over their seeds.
   *
   * @param first of each seed
   * @param second of the same seeds, on the same items
   */
  static double testSet(ItemMeasure measure, List<PrmItems> first, List<PrmItems> second) {
    int runs = Math.min(first.size(), second.size());
    double[] sums = new double[measure.influences(first.get(0)).size()];
    for (int run = 0; run < runs; run++) {
      List<Double> one = measure.influences(first.get(run));
      List<Double> other = measure.influences(second.get(run));
      if (one.size() != sums.length || other.size() != sums.length) {
        throw new IllegalArgumentException(
            "%d, %d and %d items of PRMs of one world; as many are expected for each"
                .formatted(sums.length, one.size(), other.size()));
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] += (one.get(i) - other.get(i)) / runs;
      }
    }
    return java.util.Arrays.stream(sums).map(s -> s * s).sum();
  }

  /** Its numbers as a table prints them. */
  public List<String> cells() {
    return Stream.of(
            Stream.of(id, number(inAll), number(world), number(trainingSeed)),
            Stream.of(testSet, halfWidth).map(n -> n.map(VarianceRow::number).orElse("-")))
        .flatMap(cell -> cell)
        .toList();
  }

  private static String number(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%-4s%8s%8s%15s%10s%12s", cells().toArray());
  }
}
