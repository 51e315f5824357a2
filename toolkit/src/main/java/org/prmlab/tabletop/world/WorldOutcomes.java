package org.prmlab.tabletop.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of one world, read from its result files. */
public final class WorldOutcomes {
  private final WorldFolder world;

  WorldOutcomes(WorldFolder world) {
    this.world = world;
  }

  /** Of the world, from 1; of a world of development its seed. */
  public int number() {
    return world.number();
  }

  /** Of the world. */
  public int seed() {
    return world.seed();
  }

  /** What its data say. */
  public WorldFacts facts() {
    return read(world.facts(), WorldFacts.class);
  }

  /** How its data and labels compare with the paper's. */
  public WorldConditions conditions() {
    return read(world.conditions(), WorldConditions.class);
  }

  /** What came of a PRM, of each seed that it was trained from. */
  public List<PrmOutcome> runs(PrmRecipe recipe) {
    return WorldStages.runs(recipe).stream()
        .map(run -> read(world.outcome(run), PrmOutcome.class))
        .toList();
  }

  /** What a PRM did with each item, of each seed; empty if the world has no such files. */
  public Optional<List<PrmItems>> items(PrmRecipe recipe) {
    List<Path> files = WorldStages.runs(recipe).stream().map(world::items).toList();
    return files.stream().allMatch(Files::exists)
        ? Optional.of(files.stream().map(f -> OutcomeFile.read(f, PrmItems.class)).toList())
        : Optional.empty();
  }

  /** What came of searches guided by a PRM. */
  public SearchOutcome search(PrmRecipe guide) {
    return read(world.search(guide), SearchOutcome.class);
  }

  /** The result files that it lacks. */
  List<Path> missing() {
    List<WorldStage> stages = new ArrayList<>(WorldStages.main(world));
    stages.addAll(WorldStages.sweep(world));
    return stages.stream()
        .filter(s -> s.name().matches(".*/(facts|conditions|prm/.*|search/.*)"))
        .map(WorldStage::result)
        .filter(f -> !Files.exists(f))
        .toList();
  }

  private static <T> T read(Path file, Class<T> type) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + " is missing; ./prmlab tabletop rebuild makes it");
    }
    return OutcomeFile.read(file, type);
  }
}
