package org.prmlab.labeling.judge;

/** How the verdicts on a step become its score. */
public enum VerdictScore {
  /** The share of "right" among the outputs that could be read. */
  VOTES,
  /**
   * The probability of "right" against "wrong" at the token of the verdict, averaged over the
   * outputs that could be read.
   */
  PROBABILITY
}
