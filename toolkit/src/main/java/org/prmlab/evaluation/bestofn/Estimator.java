package org.prmlab.evaluation.bestofn;

/** How accuracy at k is estimated from n samples of a problem. */
public enum Estimator {
  /** From the first k samples alone, as the paper does; ties go to the earlier sample. */
  FIRST_K,
  /**
   * The expectation over all subsets of k samples, ties averaged: less noise from the same samples.
   *
   * @see <a href="https://arxiv.org/abs/2107.03374">Chen et al. 2021, section 2.1, for pass@k</a>
   */
  ALL_SUBSETS
}
