package org.prmlab.findings;

/** What the tabletop world says about a claim. */
public enum Conclusion {
  /** The whole interval is where the claim says. */
  HOLDS("holds"),
  /** The whole interval is within the margin of an equivalence. */
  EQUIVALENT("equivalent"),
  /** The whole interval is on the other side of the bound, or beyond the margin. */
  DOES_NOT_HOLD("does not hold"),
  /** The interval leaves both open. */
  UNDECIDED("undecided");

  private final String words;

  Conclusion(String words) {
    this.words = words;
  }

  /** Whether the claim is borne out. */
  public boolean isMet() {
    return this == HOLDS || this == EQUIVALENT;
  }

  @Override
  public String toString() {
    return words;
  }
}
