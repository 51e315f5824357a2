package org.prmlab.format;

/**
 * What happens to a step without a label when a format wants one for every step. ProcessBench, for
 * one, says nothing about the steps after the first error.
 */
public enum UnlabeledStep {
  /** The solution is not written. */
  REJECT,
  AS_CORRECT,
  AS_INCORRECT,
  /** The solution ends before it, as in the paper's training data (section 2.1). */
  CUT
}
