package org.prmlab.labeling.rollout;

/** How one rollout came out. Only the first two are verdicts on the step it goes on from. */
public enum RolloutOutcome {
  CORRECT,
  WRONG,
  /** Its answer could be neither shown equal to the gold one nor different. */
  UNDECIDED,
  /** It ends without an answer. */
  UNANSWERED,
  /** It was cut off before it answered. */
  CUT,
  /** It was cut off after it had marked an answer: it went on to something else, or changed it. */
  RAN_ON;

  /** One rollout of this outcome. */
  public RolloutCounts tally() {
    return new RolloutCounts(
        count(CORRECT),
        count(WRONG),
        count(UNDECIDED),
        count(UNANSWERED),
        count(CUT),
        count(RAN_ON));
  }

  private int count(RolloutOutcome outcome) {
    return this == outcome ? 1 : 0;
  }
}
