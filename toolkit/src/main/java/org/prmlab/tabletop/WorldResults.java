package org.prmlab.tabletop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What came of all tabletop worlds, read from their result files. */
public final class WorldResults {
  private final Path root;

  private WorldResults(Path root) {
    this.root = root;
  }

  /**
   * The results in a folder, {@code datasets/tabletop} or one that a rebuild made.
   *
   * @throws IllegalArgumentException if it holds none
   */
  public static WorldResults read(Path root) {
    if (!Files.exists(new WorldFolder(root, 1).facts())) {
      throw new IllegalArgumentException(
          "%s holds no results of tabletop worlds; make them with ./prmlab tabletop rebuild"
              .formatted(root));
    }
    return new WorldResults(root);
  }

  private WorldFolder world(int number) {
    return new WorldFolder(root, number);
  }

  /** What the data of each world say, in their order. */
  public List<WorldFacts> facts() {
    return read(WorldPlan.WORLDS, s -> world(s).facts(), WorldFacts.class);
  }

  /** What came of a PRM, in five worlds; in three for the threshold sweep. */
  public List<PrmOutcome> outcomes(PrmRecipe recipe) {
    int worlds = recipe.isOfSweep() ? WorldPlan.SWEEP_WORLDS : WorldPlan.WORLDS;
    return read(worlds, s -> world(s).outcome(recipe), PrmOutcome.class);
  }

  /** What came of searches guided by a PRM, in five worlds. */
  public List<SearchOutcome> searches(PrmRecipe guide) {
    return read(WorldPlan.WORLDS, s -> world(s).search(guide), SearchOutcome.class);
  }

  /** A quantity of a PRM, mean over the tiers, one value a world, in [0, 1]. */
  public List<Double> values(PrmRecipe recipe, ToDoubleFunction<TierOutcome> quantity) {
    return outcomes(recipe).stream().map(o -> o.mean(quantity)).toList();
  }

  /** The same on one tier. */
  public List<Double> values(PrmRecipe recipe, Tier tier, ToDoubleFunction<TierOutcome> quantity) {
    return outcomes(recipe).stream()
        .map(o -> quantity.applyAsDouble(o.tiers().get(tier.index())))
        .toList();
  }

  private interface Place {
    Path of(int number);
  }

  private static <T> List<T> read(int worlds, Place place, Class<T> type) {
    List<T> all = new ArrayList<>();
    IntStream.rangeClosed(1, worlds)
        .mapToObj(place::of)
        .forEach(
            file -> {
              if (!Files.exists(file)) {
                throw new IllegalArgumentException(
                    file + " is missing; ./prmlab tabletop rebuild makes it");
              }
              all.add(OutcomeFile.read(file, type));
            });
    return all;
  }
}
