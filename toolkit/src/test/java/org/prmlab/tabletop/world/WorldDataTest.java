package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.model.DecoderShape;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.WrittenProgram;

/** Small sets by models that have learnt nothing: right in form and origin, not in content. */
class WorldDataTest {
  private static final DecoderShape SHAPE =
      new DecoderShape(16, 1, 1, 1, 16, ProgramTokens.SIZE, 128);
  private static final SetSizes SIZES = new SetSizes(List.of(2, 2, 2, 3), 20, 2, 2, 4);

  @TempDir private java.nio.file.Path folder;
  private WorldFolder world;
  private WorldData data;

  @BeforeEach
  void makeModels() {
    world = new WorldFolder(folder, 305);
    data = new WorldData(world, SIZES);
    int seed = 0;
    for (WorldModel model : WorldModel.values()) {
      TabletopFolder.write(world.model(model), SHAPE, seed++);
    }
  }

  private static Map<String, Long> generators(StepDataset set) {
    return set.stream()
        .collect(
            Collectors.groupingBy(
                s -> s.solution().generator(), TreeMap::new, Collectors.counting()));
  }

  @Test
  void twoThirdsOfTheTrainingSolutionsAreByThePolicyAndTheJudgeMarksAll() {
    data.writeRollouts();
    data.writeTraining();
    StepDataset training = PrmlabRecord.read(world.training());
    assertEquals(Map.of("policy", 18L, "weaker", 9L), generators(training));
    assertEquals(
        27, training.stream().map(s -> s.solution().id()).distinct().count(), "ids differ");
    for (LabeledSolution one : training.solutions()) {
      List<StepLabel> counts = one.labels(WorldData.MONTE_CARLO).orElseThrow().values();
      boolean right = one.solution().finalAnswerCorrect().orElseThrow();
      assertEquals(StepLabel.monteCarlo(right ? 8 : 0, 8), counts.get(counts.size() - 1));
      assertEquals(counts.size(), one.labels(WorldData.JUDGE).orElseThrow().values().size());
    }
    List<WrittenProgram> none = List.of();
    assertEquals(List.of(), WorldData.balanced(none, 3));
  }

  @Test
  void stepErrorsAreByThreeGenerators() {
    data.writeStepErrors();
    data.writeTuning();
    StepDataset errors = PrmlabRecord.read(world.stepErrors());
    assertEquals(List.of("judge", "policy", "weaker"), List.copyOf(generators(errors).keySet()));
    assertTrue(errors.size() >= 16, "four wrong ones of each tier at least: " + errors.size());
    assertTrue(PrmlabRecord.read(world.tuning()).size() < errors.size());
  }

  @Test
  void searchesAreOfTheWeakerPolicy() {
    data.writeSearchSamples();
    assertEquals(Map.of("weaker", 64L), generators(PrmlabRecord.read(world.searchSamples())));
    data.writeBestOfEight();
    assertEquals(Map.of("policy", 64L), generators(PrmlabRecord.read(world.bestOfEight())));
  }

  /** A model that has learnt nothing writes no solution that convinces for two steps. */
  @Test
  void aGeneratorTooWeakToConvinceIsAnError() {
    var error = assertThrows(IllegalArgumentException.class, data::writeHuman);
    assertTrue(
        String.valueOf(error.getMessage()).matches(".*(another generator).*"), error.getMessage());
    error =
        assertThrows(IllegalArgumentException.class, () -> new SetSizes(List.of(1), 1, 1, 1, 1));
    assertEquals("sizes of 1 tiers; expected one for each of 4", error.getMessage());
  }
}
