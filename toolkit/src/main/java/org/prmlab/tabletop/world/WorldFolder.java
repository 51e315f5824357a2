package org.prmlab.tabletop.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.prmlab.tabletop.program.WorldRound;

/**
 * Where the models and data of the tabletop worlds lie: one judge for all; every world has its own
 * policies, data, PRMs and what came of them.
 *
 * @param root folder of all worlds
 * @param number of this world, from 1; worlds of development are numbered by their seed
 */
public record WorldFolder(Path root, int number, WorldRound round) {
  public WorldFolder {
    if (number < 1) {
      throw new IllegalArgumentException("world %d; worlds are counted from 1".formatted(number));
    }
  }

  /** A world of the round that comes with the project. */
  public WorldFolder(Path root, int number) {
    this(root, number, WorldRound.SECOND);
  }

  /**
   * A world that is there, of whatever round its facts are.
   *
   * @throws IllegalArgumentException if there are no facts, or if their seed is of no round
   */
  public static WorldFolder open(Path root, int number) {
    Path file = new WorldFolder(root, number).facts();
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "%s is missing: expected world %d there; ./prmlab tabletop rebuild makes it"
              .formatted(file, number));
    }
    int seed = WorldFacts.read(file).seed();
    return Arrays.stream(WorldRound.values())
        .sorted(Comparator.reverseOrder()) // numbers of development are those of the latest round
        .map(round -> new WorldFolder(root, number, round))
        .filter(world -> world.seed() == seed)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: seed %d; no round has it for world %d, was the folder renamed?"
                        .formatted(file, seed, number)));
  }

  /** What all randomness of this world follows from. */
  public int seed() {
    return round.seed(number);
  }

  /** What the models that all worlds share are made from. */
  int sharedSeed() {
    return round.sharedSeed(number);
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

  /** Solutions of the problems that searches are made on, beside which they are set. */
  public Path searched() {
    return round == WorldRound.SECOND ? bestOfEight() : searchSamples();
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

  /** What a PRM did with each item; of rounds before the third there is none. */
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
