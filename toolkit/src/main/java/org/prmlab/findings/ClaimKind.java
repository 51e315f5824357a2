package org.prmlab.findings;

/** What is asked of a claim's number. */
public enum ClaimKind {
  /** That it is above a bound, mostly 0: a difference. */
  ABOVE,
  /** That it is less than a margin away from 0: an equivalence. */
  WITHIN,
  /**
   * That a line through several numbers falls: what it loses from the first to the last, above 0.
   */
  SLOPE
}
