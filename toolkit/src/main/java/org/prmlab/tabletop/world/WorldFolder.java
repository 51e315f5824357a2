package org.prmlab.tabletop.world;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the models and data of the tabletop worlds lie: one judge for all; every world has its own
 * policies, data, PRMs and what came of them.
 *
 * @param root folder of all worlds
 * @param number of this world, from 1; worlds of development are numbered by their seed
 */
public record WorldFolder(Path root, int number) {
  private static final int SEED = 400; // of what the reported worlds share; theirs follow it
  private static final int DEVELOPMENT = 300; // the same of worlds of development
  private static final int NUMBERS = 100; // those of reported worlds are smaller

  public WorldFolder {
    if (number < 1) {
      throw new IllegalArgumentException("world %d; worlds are counted from 1".formatted(number));
    }
  }

  /**
   * A world that is there.
   *
   * @throws IllegalArgumentException if there are no facts, or if they are of another world
   */
  public static WorldFolder open(Path root, int number) {
    var world = new WorldFolder(root, number);
    Path file = world.facts();
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "%s is missing: expected world %d there; ./prmlab tabletop rebuild makes it"
              .formatted(file, number));
    }
    int seed = WorldFacts.read(file).seed();
    if (seed != world.seed()) {
      throw new IllegalArgumentException(
          "%s: seed %d; world %d has %d, was the folder renamed, or is it of an older version?"
              .formatted(file, seed, number, world.seed()));
    }
    return world;
  }

  /** Whether a number is that of a world of development: the seeds 301 to 399. */
  static boolean isDevelopment(int number) {
    return number > DEVELOPMENT && number < DEVELOPMENT + NUMBERS;
  }

  /** What all randomness of this world follows from: 401 for world 1. */
  public int seed() {
    return number < NUMBERS ? SEED + number : number;
  }

  /** What the models that all worlds share are made from; worlds of development share others. */
  int sharedSeed() {
    return isDevelopment(number) ? DEVELOPMENT : SEED;
  }

  private Path file(String name) {
    return root.resolve("world-" + number).resolve(name);
  }

  /** Folder of a language model. */
  public Path model(WorldModel model) {
    return model.isShared() ? root.resolve(model.id()) : file(model.id());
  }

  /** Training solutions with verdicts and Monte-Carlo counts, which the judge has not seen yet. */
  Path rollouts() {
    return file("rollouts.jsonl.gz");
  }

  /** Training solutions with verdicts, Monte-Carlo counts and the judge's labels. */
  public Path training() {
    return file("training.jsonl.gz");
  }

  /** Solutions by a generator of another family, with verdicts: the place of PRM800K. */
  public Path human() {
    return file("human.jsonl.gz");
  }

  /** Eight solutions by the weaker policy of each of the problems to search on. */
  public Path searchSamples() {
    return file("search-samples.jsonl.gz");
  }

  /** Solutions to find errors in, as ProcessBench has them. */
  public Path stepErrors() {
    return file("step-errors.jsonl.gz");
  }

  /** The same of other problems, to tune thresholds on. */
  public Path tuning() {
    return file("step-errors-tuning.jsonl.gz");
  }

  /** Eight solutions of each of many problems. */
  public Path bestOfEight() {
    return file("best-of-8.jsonl.gz");
  }

  /** Folder of a PRM, of the first seed. */
  public Path prm(PrmRecipe recipe) {
    return prm(PrmRun.first(recipe));
  }

  Path prm(PrmRun run) {
    return file("prms").resolve(run.id());
  }

  /** What came of a PRM, of the first seed. */
  public Path outcome(PrmRecipe recipe) {
    return outcome(PrmRun.first(recipe));
  }

  public Path outcome(PrmRun run) {
    return file("outcomes").resolve(run.id() + ".json");
  }

  /** What a PRM did with each item. */
  public Path items(PrmRun run) {
    return file("items").resolve(run.id() + ".json.gz");
  }

  /** What the data say, before any PRM is trained. */
  public Path facts() {
    return file("facts.json");
  }

  /** How the world's data and labels compare with the paper's. */
  public Path conditions() {
    return file("conditions.json");
  }

  /** What came of searches guided by a PRM. */
  public Path search(PrmRecipe recipe) {
    return file("search").resolve(recipe.id() + ".json");
  }
}
