package org.prmlab.answer;

import java.util.Optional;

/**
 * A number in plain digits, such as 18 or -12.50: what most final answers are. Two of them are the
 * same answer if they are the same number, and need not be read as mathematics.
 *
 * @param digits all of them, without the zeros at the end of the decimals
 * @param decimals how many of the digits stand behind the point
 */
record PlainNumber(long digits, int decimals) {
  private static final int LONGEST = 17; // characters: fits a long

  /** Empty for everything else: signs, groups of digits, leading zeros, too many digits. */
  static Optional<PlainNumber> of(String answer) {
    String text = answer.strip();
    int begin = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    boolean zero = end == begin + 1 && text.charAt(begin) == '0';
    if (text.length() > LONGEST
        || end == begin
        || point == text.length() - 1
        || (text.charAt(begin) == '0' && !zero)) {
      return Optional.empty();
    }
    long digits = 0;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != point && (c < '0' || c > '9')) {
        return Optional.empty();
      }
      digits = i == point ? digits : 10 * digits + (c - '0');
    }
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    while (decimals > 0 && digits % 10 == 0) {
      digits /= 10;
      decimals--;
    }
    return Optional.of(new PlainNumber(begin == 1 ? -digits : digits, decimals));
  }
}
