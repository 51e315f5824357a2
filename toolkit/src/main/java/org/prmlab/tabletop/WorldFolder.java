package org.prmlab.tabletop;

import java.nio.file.Path;

/**
 * Where the models and data of the tabletop world lie: one judge for all, and for every seed a
 * world of its own, with its policies, data, PRMs and what came of them.
 *
 * @param root folder of all worlds
 * @param seed of this world, from 1
 */
public record WorldFolder(Path root, int seed) {
  public WorldFolder {
    if (seed < 1) {
      throw new IllegalArgumentException("world %d; worlds are counted from 1".formatted(seed));
    }
  }

  private Path file(String name) {
    return root.resolve("seed-" + seed).resolve(name);
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
  Path outcome(PrmRecipe recipe) {
    return file("outcomes").resolve(recipe.id() + ".json");
  }

  /** What the data say, before any PRM is trained. */
  Path facts() {
    return file("facts.json");
  }

  /** What came of searches guided by a PRM. */
  Path search(PrmRecipe recipe) {
    return file("search").resolve(recipe.id() + ".json");
  }
}
