package org.prmlab.findings;

/** What the tabletop world says about a claim. */
public enum Conclusion {
  /** The whole interval is on the claim's side. */
  HOLDS("holds"),
  /** The whole interval is on the other side. */
  DOES_NOT_HOLD("does not hold"),
  /** The interval leaves both open. */
  UNDECIDED("undecided");

  private final String words;

  Conclusion(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
