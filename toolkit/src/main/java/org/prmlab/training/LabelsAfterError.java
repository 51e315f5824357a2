package org.prmlab.training;

/** What becomes of the labels of steps that follow the first incorrect one. */
public enum LabelsAfterError {
  /** They are left out; that step itself stays (the paper, section 3.1). */
  DROP,
  /** All labels are used (Math-Shepherd, arXiv 2312.08935). */
  KEEP
}
