package org.prmlab.served;

/** An answer that cannot be the rewards asked for: says what came and what was expected. */
final class UnfitAnswer extends Exception {
  private static final long serialVersionUID = 1;

  UnfitAnswer(String message) {
    super(message);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
