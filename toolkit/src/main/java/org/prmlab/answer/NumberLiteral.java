package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** Numbers as answers write them, kept exact. */
final class NumberLiteral {
  private static final int LARGEST_SCALE = 1000;
  private static final int MOST_DIGITS = 2000;

  private NumberLiteral() {}

  /**
   * The number of these digits, e.g. {@code 12.50} or {@code 3e-4}.
   *
   * @throws Unreadable if it would be too long to compute with
   */
  static Expression of(String digits) {
    BigDecimal value = new BigDecimal(digits);
    if (Math.abs((long) value.scale()) > LARGEST_SCALE || value.precision() > MOST_DIGITS) {
      throw new Unreadable("number too long");
    }
    BigFraction fraction =
        value.scale() > 0
            ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
            : BigFraction.of(value.toBigInteger());
    return new Expression.Literal(fraction, digits.contains(".") ? Math.max(0, value.scale()) : 0);
  }
}
