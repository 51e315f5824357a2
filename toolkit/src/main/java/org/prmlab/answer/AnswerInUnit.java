package org.prmlab.answer;

/**
 * An answer and the unit behind it.
 *
 * @param value what it is
 * @param unit in one spelling, e.g. {@code cm^2}, {@code %}, {@code dollar}; empty if there is none
 */
record AnswerInUnit(ParsedAnswer value, String unit) {

  /**
   * Reads an answer.
   *
   * @throws Unreadable if it is no mathematics and no prose
   */
  static AnswerInUnit parse(String plain) {
    return UnitReader.read(TokenReader.read(plain), plain);
  }
}
