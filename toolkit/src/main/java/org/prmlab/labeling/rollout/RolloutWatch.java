package org.prmlab.labeling.rollout;

import java.util.Optional;

/**
 * Looks at what batches of rollouts come to, so that a run whose rollouts have no verdict is
 * stopped before it is paid for.
 */
public final class RolloutWatch {
  /** Of the rollouts of a batch, the share without a verdict that stops a run. */
  public static final double HOPELESS = 0.9;

  private static final int LEAST = 64; // rollouts that say something about a later batch

  private RolloutCounts all = RolloutCounts.none();
  private RolloutCounts recent = RolloutCounts.none(); // at least LEAST, or as many as there are

  /**
   * Takes a batch.
   *
   * @return what most suffer from, if (nearly) all of the recent rollouts have no verdict; a later
   *     batch that is small is looked at together with the one before it
   */
  public Optional<RolloutTrouble> after(RolloutCounts batch) {
    all = all.plus(batch);
    recent = recent.total() < LEAST || batch.total() < LEAST ? recent.plus(batch) : batch;
    double without = recent.total() - recent.decided();
    return without > 0 && without >= HOPELESS * recent.total()
        ? RolloutTrouble.most(recent)
        : Optional.empty();
  }

  /** What {@link #after} judged last. */
  public RolloutCounts recent() {
    return recent;
  }

  /** All rollouts. */
  public RolloutCounts all() {
    return all;
  }
}
