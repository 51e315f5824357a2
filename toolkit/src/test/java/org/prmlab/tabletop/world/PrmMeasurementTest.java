package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmItems.TierItems;

class PrmMeasurementTest {
  private static final WorldFolder SHIPPED =
      WorldFolder.open(Path.of("..", "datasets", "tabletop"), 1);

  /** Of each tier some of a kind. */
  private static Stream<LabeledSolution> some(
      Path from, int each, Predicate<LabeledSolution> kind) {
    List<LabeledSolution> all = PrmlabRecord.read(from).solutions();
    return Stream.of(Tier.values())
        .flatMap(
            tier ->
                all.stream()
                    .filter(s -> Tier.of(s.solution().problem()) == tier)
                    .filter(kind)
                    .limit(each));
  }

  private static boolean isWrong(LabeledSolution solution) {
    return solution.verdict().orElseThrow().hasError();
  }

  private static double mean(List<Double> items) {
    return items.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Item by item and in all, by another path through the code, the same. */
  @Test
  void theItemsMakeTheOutcome(@TempDir Path folder) throws IOException {
    var world = new WorldFolder(folder, 305);
    Files.createDirectories(world.stepErrors().resolveSibling(""));
    PrmlabRecord.write(
        world.stepErrors(),
        Stream.concat(
                some(SHIPPED.stepErrors(), 20, PrmMeasurementTest::isWrong),
                some(SHIPPED.stepErrors(), 10, s -> !isWrong(s)))
            .toList());
    PrmlabRecord.write(world.bestOfEight(), some(SHIPPED.bestOfEight(), 40, s -> true).toList());
    try (var prm = ProcessRewardModel.load(SHIPPED.prm(PrmRecipe.MC_HARD), PrmStage.SETTINGS)) {
      var measured = new PrmMeasurement(prm).measure(world, .9);
      for (int tier = 0; tier < measured.tiers().size(); tier++) {
        TierOutcome outcome = measured.tiers().get(tier);
        TierItems items = measured.items().get(tier);
        assertEquals(20, items.errors().size());
        assertEquals(10, items.correct().size());
        assertEquals(5, items.product().size());
        assertEquals(outcome.errorAccuracy(), mean(items.errors()), 1e-12);
        assertEquals(outcome.correctAccuracy(), mean(items.correct()), 1e-12);
        assertEquals(outcome.tunedErrorAccuracy(), mean(items.tunedErrors()), 1e-12);
        assertEquals(outcome.tunedCorrectAccuracy(), mean(items.tunedCorrect()), 1e-12);
        assertEquals(outcome.product(), mean(items.product()), 1e-12);
      }
      var items = new PrmItems(PrmRecipe.MC_HARD, 1, 305, measured.items());
      Path file = world.items(PrmRun.first(PrmRecipe.MC_HARD));
      OutcomeFile.writeCompressed(file, items);
      assertEquals(items, OutcomeFile.read(file, PrmItems.class));
    }
  }

  @Test
  void aWorldIsOpenedOnlyIfItsFactsHaveItsSeed(@TempDir Path folder) throws IOException {
    SyntheticWorlds.write(folder, List.of(4, 305), (r, n, w) -> 50, (r, n, w) -> 60);
    assertEquals(404, WorldFolder.open(folder, 4).seed());
    assertEquals(305, WorldFolder.open(folder, 305).seed());
    Path facts = new WorldFolder(folder, 4).facts();
    Files.writeString(facts, Files.readString(facts).replace("404", "99"));
    var error = assertThrows(IllegalArgumentException.class, () -> WorldFolder.open(folder, 4));
    assertEquals(
        facts + ": seed 99; world 4 has 404, was the folder renamed, or is it of an older version?",
        error.getMessage());
    var missing = assertThrows(IllegalArgumentException.class, () -> WorldFolder.open(folder, 5));
    assertEquals(
        new WorldFolder(folder, 5).facts()
            + " is missing: expected world 5 there; ./prmlab tabletop rebuild makes it",
        missing.getMessage());
  }
}
