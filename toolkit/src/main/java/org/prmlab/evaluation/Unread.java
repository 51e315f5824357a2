package org.prmlab.evaluation;

/** Why no verdict could be read from what a critic or a judge wrote. */
public enum Unread {
  /** A file of predictions says null. */
  NULL_PREDICTION("null in the file"),
  /** Nothing was written, or a server kept all of it apart as thinking. */
  EMPTY("empty"),
  /** Thinking that does not end, or after which nothing is said. */
  THINKING("thinking without a verdict after it"),
  /** The limit on new tokens came before the verdict. */
  CUT_OFF("cut off before the verdict"),
  /** No conclusion is marked. */
  NO_CONCLUSION("without a conclusion"),
  /** The conclusion says neither that the solution is correct nor that it is not. */
  UNCLEAR("with a conclusion that is neither correct nor incorrect"),
  /** The conclusion says both. */
  CONTRADICTORY("with a conclusion that says both correct and incorrect"),
  /** Incorrect, but nothing says where. */
  NO_ANALYSIS("incorrect without saying where"),
  /** The numbers of the analyses do not rise from 1. */
  NUMBERS_DISORDERED("with analyses whose numbers do not rise from 1"),
  /** No box is closed. */
  NO_BOX("without a box"),
  /** The last box holds something else than one index. */
  NO_INDEX("with something else than an index in the box"),
  /** A paragraph that the solution does not have. */
  BEYOND_SOLUTION("naming a paragraph that the solution does not have");

  private final String what;

  Unread(String what) {
    this.what = what;
  }

  /** How such outputs are, for people. */
  public String what() {
    return what;
  }

  /** Whether more room would have brought more text. */
  boolean mayBeCutOff() {
    return this != THINKING && this != CONTRADICTORY && this != BEYOND_SOLUTION;
  }
}
