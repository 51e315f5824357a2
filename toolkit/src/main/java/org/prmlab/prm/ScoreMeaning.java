package org.prmlab.prm;

/**
 * What a step score is a probability of (the paper, section 3.2.4): product and minimum suit the
 * first kind, the last score suits the second.
 */
public enum ScoreMeaning {
  /** This step is right: human, judge and consensus labels teach it. */
  STEP_CORRECT,
  /** The solution will reach the gold answer from here: Monte-Carlo labels teach it. */
  EVENTUAL_SUCCESS,
  /** Nobody said: scores of other tools' files, and of PRMs whose training is not known. */
  UNSTATED
}
