package org.prmlab.tabletop.world;

/**
 * When a language model has been trained enough: both of its losses on {@link HeldOutText}, means
 * over the tiers, are low, or it took so many steps.
 *
 * @param results loss at the results of right solutions to fall below
 * @param marks loss at the marks to fall below
 * @param mostSteps steps at the constant rate at most
 */
record PolicyStop(double results, double marks, int mostSteps) {
  public PolicyStop {
    if (mostSteps < 0) {
      throw new IllegalArgumentException(
          "at most %d steps; expected 0 at least".formatted(mostSteps));
    }
  }
}
