package org.prmlab.answer;

/** Whether two answers are the same; what cannot be told is said to be so, never guessed. */
public enum Equivalence {
  EQUAL,
  DIFFERENT,
  /** Neither could be shown in the time allowed; count these, they are a measure of the checker. */
  UNDECIDED;

  /** Of answers that must agree in all parts. */
  Equivalence and(Equivalence other) {
    if (this == DIFFERENT || other == DIFFERENT) {
      return DIFFERENT;
    }
    return this == EQUAL ? other : this;
  }

  /** Of answers that may agree in either reading. */
  Equivalence or(Equivalence other) {
    if (this == EQUAL || other == EQUAL) {
      return EQUAL;
    }
    return this == DIFFERENT ? other : this;
  }
}
