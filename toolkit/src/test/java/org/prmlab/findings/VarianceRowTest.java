package org.prmlab.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.stats.VarianceComponents;
import org.prmlab.tabletop.world.PrmItems;
import org.prmlab.tabletop.world.PrmItems.TierItems;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SyntheticWorlds;
import org.prmlab.tabletop.world.WorldResults;

/** Components that are known because the numbers were made with them. */
class VarianceRowTest {
  private static final List<PrmRecipe> TWICE =
      List.of(PrmRecipe.HUMAN, PrmRecipe.MC_HARD, PrmRecipe.JUDGE, PrmRecipe.CONSENSUS_HARD);

  private static List<Double> hits(int right, int of) {
    List<Double> hits = new ArrayList<>(Collections.nCopies(right, 1.0));
    hits.addAll(Collections.nCopies(of - right, 0.0));
    return hits;
  }

  private static PrmItems items(int errorsRight, int chosenRight) {
    List<Double> errors = hits(errorsRight, 100);
    List<Double> correct = hits(80, 80);
    var tier = new TierItems(errors, correct, errors, correct, hits(chosenRight, 50));
    return new PrmItems(PrmRecipe.HUMAN, 1, 401, Collections.nCopies(4, tier));
  }

  /**
   * A share of one half over 100 items has a standard error of 5 points; F1 moves by 2 / 1.5² =
   * .889 of it where the other accuracy is 1; four independent tiers halve it.
   */
  @Test
  void oneNumbersTestSetErrorIsItsBinomialOne() {
    double f1 =
        VarianceRow.testSet(ItemMeasure.F1, List.of(items(50, 25)), List.of(items(100, 50)));
    assertEquals(2 / 2.25 * 5 / 2, Math.sqrt(f1), 1e-12);
    double best =
        VarianceRow.testSet(ItemMeasure.BEST, List.of(items(50, 25)), List.of(items(100, 50)));
    assertEquals(100 * Math.sqrt(.25 / 50) / 2, Math.sqrt(best), 1e-12);
  }

  @Test
  void whatTwoPrmsDoAlikeAddsNothingToTheirDifference() {
    List<PrmItems> same = List.of(items(50, 25));
    assertEquals(0, VarianceRow.testSet(ItemMeasure.TUNED_F1, same, same), 1e-18);
    List<PrmItems> both = List.of(items(50, 25), items(100, 25));
    List<PrmItems> right = List.of(items(100, 25), items(100, 25));
    assertEquals(
        VarianceRow.testSet(ItemMeasure.F1, same, right) / 4,
        VarianceRow.testSet(ItemMeasure.F1, both, right),
        1e-12,
        "a mean of two seeds, of which one has an error");
  }

  @Test
  void prmsOfOneWorldHaveTheSameItems() {
    var short1 = new TierItems(hits(1, 2), hits(1, 2), hits(1, 2), hits(1, 2), hits(1, 2));
    var other = new PrmItems(PrmRecipe.MC_HARD, 1, 401, Collections.nCopies(4, short1));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> VarianceRow.testSet(ItemMeasure.F1, List.of(items(50, 25)), List.of(other)));
    assertEquals(
        "720, 720 and 16 items of PRMs of one world; as many are expected for each",
        error.getMessage());
  }

  /** Worlds at 0, 6 and 12 (variance 36), seeds 2 below and above (8 each, 4 of their mean). */
  @Test
  void theSpreadIsTakenApart() {
    Claim claim = Claim.of("a1", "Table 4", "a gap");
    List<WorldValue> worlds =
        Stream.of(0.0, 6.0, 12.0)
            .map(mean -> new WorldValue(401, List.of(mean - 2, mean + 2), 0))
            .toList();
    VarianceRow row = VarianceRow.of(new Finding(claim, worlds), OptionalDouble.of(7));
    assertEquals(6, row.inAll(), 1e-12);
    assertEquals(2, row.trainingSeed(), 1e-12);
    assertEquals(Math.sqrt(7), row.testSet().orElseThrow(), 1e-12);
    assertEquals(5, row.world(), 1e-12, "36 - 4 - 7 = 25");
    assertEquals(List.of("a1", "6.0", "5.0", "2.0", "2.6", "14.9"), row.cells());
    VarianceRow noItems = VarianceRow.of(new Finding(claim, worlds), OptionalDouble.empty());
    assertEquals(Optional.empty(), noItems.testSet());
    assertEquals(Math.sqrt(32), noItems.world(), 1e-12);
    VarianceRow large = VarianceRow.of(new Finding(claim, worlds), OptionalDouble.of(99));
    assertEquals(0, large.world(), "estimated below 0");
  }

  /** Ten worlds of deviation 3 with two seeds of deviation 2 each, over and over. */
  @Test
  void theEstimatesAreRightInTheMean() {
    RandomGenerator random = new SplittableRandom(20);
    double group = 0;
    double repetition = 0;
    int studies = 4000;
    for (int study = 0; study < studies; study++) {
      List<List<Double>> worlds = new ArrayList<>();
      for (int world = 0; world < 10; world++) {
        double mean = 5 + 3 * random.nextGaussian();
        worlds.add(List.of(mean + 2 * random.nextGaussian(), mean + 2 * random.nextGaussian()));
      }
      VarianceComponents found = VarianceComponents.of(worlds);
      group += found.group() / studies;
      repetition += found.repetition() / studies;
    }
    assertEquals(9, group, .3);
    assertEquals(4, repetition, .1);
  }

  @Test
  void worldsWithItemsHaveATestSetsPart(@TempDir Path folder) {
    SyntheticWorlds.write(
        folder,
        List.of(301, 302, 303),
        (recipe, run, world) -> recipe == PrmRecipe.HUMAN ? 50 + world % 10 + run : 50,
        (recipe, run, world) -> 60);
    FindingTable without = FindingTable.of(WorldResults.read(folder));
    assertEquals(Optional.empty(), without.variance().get(0).testSet());
    for (int world : List.of(301, 302, 303)) {
      for (PrmRecipe recipe : TWICE) {
        for (int run : List.of(1, 2)) {
          TierItems tier = items(recipe == PrmRecipe.HUMAN ? 50 : 100, 50).tiers().get(0);
          SyntheticWorlds.writeItems(folder, world, recipe, run, tier);
        }
      }
    }
    FindingTable with = FindingTable.of(WorldResults.read(folder));
    assertEquals("a1", with.variance().get(0).id());
    assertEquals(2 / 2.25 * 5 / 2, with.variance().get(0).testSet().orElseThrow(), 1e-9);
    assertEquals(0, with.variance().get(3).testSet().orElseThrow(), 1e-9, "no item differs");
    String text = FindingText.table(with);
    assertTrue(text.contains(VarianceRow.HEADING), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }
}
