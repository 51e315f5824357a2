package org.prmlab.format;

/** What becomes of the rated completions of PRM800K that the labeler did not go on from. */
public enum Alternatives {
  /** They are left out: one record is one solution. */
  CHOSEN,
  /**
   * Each becomes a solution of its own, which ends with it: the chosen steps before it, with their
   * ratings, and the alternative. A rating of an early step is then in several solutions.
   */
  EVERY
}
