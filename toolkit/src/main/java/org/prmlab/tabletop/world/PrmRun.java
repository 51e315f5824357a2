package org.prmlab.tabletop.world;

/**
 * One training of a PRM. Runs of the same number begin with the same weights of the head in all
 * recipes, so that recipes can be compared in pairs.
 *
 * @param number from 1
 */
public record PrmRun(PrmRecipe recipe, int number) {
  public PrmRun {
    if (number < 1) {
      throw new IllegalArgumentException("run %d; runs are counted from 1".formatted(number));
    }
  }

  static PrmRun first(PrmRecipe recipe) {
    return new PrmRun(recipe, 1);
  }

  /** As in file names: {@code mc-hard}, and {@code mc-hard-run-2}. */
  String id() {
    return recipe.id() + suffix("-run-");
  }

  /** What the seed of the training is derived by. */
  String seedName() {
    return "prm" + suffix(" ");
  }

  private String suffix(String before) {
    return number == 1 ? "" : before + number;
  }
}
