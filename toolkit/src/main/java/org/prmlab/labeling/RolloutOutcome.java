package org.prmlab.labeling;

/** How one rollout came out. */
public enum RolloutOutcome {
  CORRECT,
  WRONG,
  /** Its answer could be neither shown equal to the gold one nor different. */
  UNDECIDED,
  /** It ends without an answer. */
  UNANSWERED;

  /** One rollout of this outcome. */
  StepTally tally(Completion.End end) {
    return new StepTally(
        this == CORRECT ? 1 : 0,
        this == WRONG ? 1 : 0,
        this == UNDECIDED ? 1 : 0,
        this == UNANSWERED ? 1 : 0,
        end == Completion.End.CUT ? 1 : 0);
  }
}
