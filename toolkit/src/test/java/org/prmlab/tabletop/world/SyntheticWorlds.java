package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmItems.TierItems;
import org.prmlab.tabletop.world.SearchOutcome.TierSearch;
import org.prmlab.tabletop.world.WorldConditions.Origin;
import org.prmlab.tabletop.world.WorldConditions.TierConditions;

/** Result files of worlds that were never made, with numbers that a test gives. */
public final class SyntheticWorlds {
  private static final int TIERS = Tier.values().length;

  private SyntheticWorlds() {}

  /** A number of each PRM in percent, the same on every tier. */
  @FunctionalInterface
  public interface Percent {
    double of(PrmRecipe recipe, int run, int world);
  }

  /**
   * Writes everything but models and data.
   *
   * @param worlds numbers of the worlds
   * @param f1 of step errors, at 0.5 and tuned, and first errors found in right answers
   * @param best Best-of-8 by every way to score
   */
  public static void write(Path root, List<Integer> worlds, Percent f1, Percent best) {
    for (int number : worlds) {
      var world = new WorldFolder(root, number);
      OutcomeFile.write(world.facts(), facts(world));
      OutcomeFile.write(world.conditions(), conditions(world));
      for (PrmRecipe recipe : PrmRecipe.values()) {
        for (PrmRun run : WorldStages.runs(recipe)) {
          double errors = f1.of(recipe, run.number(), number) / 100;
          double chosen = best.of(recipe, run.number(), number) / 100;
          OutcomeFile.write(world.outcome(run), outcome(world, recipe, errors, chosen));
        }
      }
      for (PrmRecipe guide : SearchOutcome.GUIDES) {
        OutcomeFile.write(world.search(guide), search(world, guide));
      }
    }
  }

  /** What a PRM did with each item, the same on every tier. */
  public static void writeItems(
      Path root, int number, PrmRecipe recipe, int run, TierItems everyTier) {
    var world = new WorldFolder(root, number);
    OutcomeFile.writeCompressed(
        world.items(new PrmRun(recipe, run)),
        new PrmItems(recipe, run, world.seed(), Collections.nCopies(TIERS, everyTier)));
  }

  /** Removes what came of a PRM. */
  public static Path outcome(Path root, int number, PrmRecipe recipe) {
    return new WorldFolder(root, number).outcome(recipe);
  }

  private static PrmOutcome outcome(
      WorldFolder world, PrmRecipe recipe, double errors, double chosen) {
    var tier = new TierOutcome(chosen, chosen, chosen, errors, errors, errors, errors, errors, .25);
    boolean consensus = recipe == PrmRecipe.CONSENSUS_HARD;
    return new PrmOutcome(
        recipe,
        world.seed(),
        consensus ? 2400 : 6000,
        consensus ? 9000 + world.number() : 24_000,
        .2,
        .5,
        Collections.nCopies(TIERS, tier));
  }

  private static WorldFacts facts(WorldFolder world) {
    double shift = world.number() % 3 / 100.0;
    return new WorldFacts(
        world.seed(),
        6000,
        2600,
        IntStream.range(0, TIERS)
            .mapToObj(
                t ->
                    new TierFacts(
                        .95 - .25 * t,
                        .97 - .2 * t,
                        1 - .1 * t,
                        .05 + (.12 + shift) * t,
                        .6 - (.1 + shift) * t,
                        .9 - (.2 + shift) * t,
                        .7,
                        .9,
                        .8,
                        .95))
            .toList());
  }

  private static WorldConditions conditions(WorldFolder world) {
    return new WorldConditions(
        world.seed(),
        List.of(
            new Origin("training", "policy", 4000, .4, .8),
            new Origin("training", "weaker", 2000, .25, .7),
            new Origin("human", "annotated", 1800, .142, .731),
            new Origin("step-errors", "judge", 800, .5, .85)),
        IntStream.range(0, TIERS)
            .mapToObj(
                t ->
                    new TierConditions(
                        .01 + .1 * t,
                        .1 + .1 * t,
                        .01 + .01 * t,
                        .02 + .02 * t,
                        .5 + .1 * t,
                        .2 + .05 * t,
                        .3,
                        .15))
            .toList());
  }

  private static SearchOutcome search(WorldFolder world, PrmRecipe guide) {
    double shift = world.number() / 1000.0;
    var tier = new TierSearch(.62 + shift, .6, .61, .625, .6, 100, 90, 95, 120);
    return new SearchOutcome(guide, world.seed(), 100, Collections.nCopies(TIERS, tier));
  }
}
