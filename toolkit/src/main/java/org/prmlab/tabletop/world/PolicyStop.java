package org.prmlab.tabletop.world;

/**
 * When a language model has been trained enough: both of its losses are low, or it took so many
 * steps.
 *
 * @param watched whose losses
 * @param results loss at the results of right solutions to fall below
 * @param marks loss at the marks to fall below
 * @param mostSteps steps at the constant rate at most
 */
public record PolicyStop(Watched watched, double results, double marks, int mostSteps) {
  /** Whose losses say when it is enough. */
  public enum Watched {
    /** Those of the last sixty batches, which differ from seed to seed. */
    LATEST_BATCHES,
    /** Those of {@link HeldOutText}, mean over the tiers: the same for all models of a round. */
    HELD_OUT
  }

  public PolicyStop {
    if (mostSteps < 0) {
      throw new IllegalArgumentException(
          "at most %d steps; expected 0 at least".formatted(mostSteps));
    }
  }
}
