package org.prmlab.tabletop;

import java.nio.file.Path;

/**
 * Where the models and data of the tabletop worlds lie: one judge for all; every world has its own
 * policies, data, PRMs and what came of them.
 *
 * @param root folder of all worlds
 * @param number of this world, from 1
 */
public record WorldFolder(Path root, int number) {
  /** Seeds up to this one were used to choose sizes and settings; no world has them. */
  private static final int DEVELOPMENT_SEEDS = 10;

  public WorldFolder {
    if (number < 1) {
      throw new IllegalArgumentException("world %d; worlds are counted from 1".formatted(number));
    }
  }

  /** What all randomness of this world follows from. */
  public int seed() {
    return DEVELOPMENT_SEEDS + number;
  }

  private Path file(String name) {
    return root.resolve("world-" + number).resolve(name);
  }

  /** Folder of a language model. */
  public Path model(WorldModel model) {
    return model == WorldModel.JUDGE ? root.resolve(model.id()) : file(model.id());
  }

  /** Training solutions with verdicts, Monte-Carlo counts and the judge's labels. */
  public Path training() {
    return file("training.jsonl.gz");
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

  /** Folder of a PRM. */
  public Path prm(PrmRecipe recipe) {
    return file("prms").resolve(recipe.id());
  }

  /** What came of a PRM. */
  public Path outcome(PrmRecipe recipe) {
    return file("outcomes").resolve(recipe.id() + ".json");
  }

  /** What the data say, before any PRM is trained. */
  public Path facts() {
    return file("facts.json");
  }

  /** What came of searches guided by a PRM. */
  public Path search(PrmRecipe recipe) {
    return file("search").resolve(recipe.id() + ".json");
  }
}
