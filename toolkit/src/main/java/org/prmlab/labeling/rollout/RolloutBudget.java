package org.prmlab.labeling.rollout;

/**
 * How many rollouts a label takes.
 *
 * @param rollouts most from one step (the paper's K); at least 1
 * @param minDecided the fewest with a verdict that label a step, where others have none; 1 to
 *     {@code rollouts}
 */
public record RolloutBudget(int rollouts, int minDecided) {
  public RolloutBudget {
    if (rollouts < 1) {
      throw new IllegalArgumentException(rollouts + " rollouts; at least 1 expected");
    }
    if (minDecided < 1 || minDecided > rollouts) {
      throw new IllegalArgumentException(
          "a step is to be labeled from at least %d decided rollouts of %d; 1 to %d expected"
              .formatted(minDecided, rollouts, rollouts));
    }
  }

  /** So many rollouts, of which half, rounded up, must have a verdict. */
  public static RolloutBudget of(int rollouts) {
    return new RolloutBudget(rollouts, Math.max(1, (rollouts + 1) / 2));
  }

  public RolloutBudget withMinDecided(int minDecided) {
    return new RolloutBudget(rollouts, minDecided);
  }

  @Override
  public String toString() {
    return "%d rollouts, at least %d decided".formatted(rollouts, minDecided);
  }
}
