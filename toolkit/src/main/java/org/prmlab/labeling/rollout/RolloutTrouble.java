package org.prmlab.labeling.rollout;

import java.util.Locale;
import java.util.Optional;

/** Why rollouts have no verdict, as far as their ends tell. */
public enum RolloutTrouble {
  /** The limit on new tokens is too low, or the model goes on without coming to an answer. */
  CUT_OFF("cut off before an answer"),
  /** They answer, and then go on to something else: nothing stops them. */
  RUN_ON("cut off after an answer, since nothing stopped them there"),
  /**
   * They end by themselves without an answer: the prompt does not ask for one, or not this model.
   */
  NO_ANSWER("ended without an answer"),
  /** Their answers and the gold ones cannot be compared. */
  NO_COMPARISON("with an answer that could not be compared with the gold one");

  private final String what;

  RolloutTrouble(String what) {
    this.what = what;
  }

  /** What most of those without a verdict suffer from; empty if all have one. */
  public static Optional<RolloutTrouble> most(RolloutCounts tally) {
    RolloutTrouble most = CUT_OFF;
    for (RolloutTrouble trouble : values()) {
      most = trouble.count(tally) > most.count(tally) ? trouble : most;
    }
    return tally.total() == tally.decided() ? Optional.empty() : Optional.of(most);
  }

  /** How many rollouts suffer from it. */
  public int count(RolloutCounts tally) {
    return switch (this) {
      case CUT_OFF -> tally.cut();
      case RUN_ON -> tally.ranOn();
      case NO_ANSWER -> tally.unanswered();
      case NO_COMPARISON -> tally.undecided();
    };
  }

  /** The share of a tally's rollouts with this trouble, as a sentence's part. */
  public String of(RolloutCounts tally) {
    return String.format(
        Locale.ROOT, "%,d of %,d rollouts were %s", count(tally), tally.total(), what);
  }
}
