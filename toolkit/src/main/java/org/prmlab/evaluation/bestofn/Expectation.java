package org.prmlab.evaluation.bestofn;

/**
 * An expected value and the error of computing it.
 *
 * @param value in [0, 1]
 * @param standardError of seeded resampling; 0 where every case was counted
 */
public record Expectation(double value, double standardError) {
  static Expectation exact(double value) {
    return new Expectation(value, 0);
  }

  /** Whether every case was counted. */
  public boolean isExact() {
    return standardError == 0;
  }
}
