package org.prmlab.answer;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How two answers compare.
 *
 * @param verdict whether they are the same
 * @param reason in a few words, e.g. {@code 7/3 is not 2}
 */
public record Comparison(Equivalence verdict, String reason) {
  private static final int SHOWN_DIGITS = 12;
  private static final int LONGEST_FRACTION = 30;

  @FormatMethod
  static Comparison equal(@FormatString String reason, Object... values) {
    return new Comparison(Equivalence.EQUAL, format(reason, values));
  }

  @FormatMethod
  static Comparison different(@FormatString String reason, Object... values) {
    return new Comparison(Equivalence.DIFFERENT, format(reason, values));
  }

  @FormatMethod
  static Comparison undecided(@FormatString String reason, Object... values) {
    return new Comparison(Equivalence.UNDECIDED, format(reason, values));
  }

  /** Of answers that must agree in all parts: the one that decides. */
  Comparison and(Comparison other) {
    return verdict.and(other.verdict) == verdict && verdict != Equivalence.EQUAL ? this : other;
  }

  /** Of answers that may agree in either reading: the one that decides. */
  Comparison or(Comparison other) {
    return verdict.or(other.verdict) == verdict && verdict != Equivalence.DIFFERENT ? this : other;
  }

  boolean isEqual() {
    return verdict == Equivalence.EQUAL;
  }

  boolean isDifferent() {
    return verdict == Equivalence.DIFFERENT;
  }

  boolean isUndecided() {
    return verdict == Equivalence.UNDECIDED;
  }

  static String shown(BigFraction value) {
    String text = value.toString().replace(" ", "");
    return text.length() <= LONGEST_FRACTION
        ? text
        : shown(
            new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), new MathContext(2 * SHOWN_DIGITS)));
  }

  static String shown(ComplexBall value) {
    String re = shown(value.re().middle());
    return value.isReal() ? re : re + " + " + shown(value.im().middle()) + "i";
  }

  private static String shown(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(SHOWN_DIGITS));
    BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    boolean isShort = Math.abs((long) plain.scale()) + plain.precision() <= 2 * SHOWN_DIGITS;
    return isShort ? plain.toPlainString() : plain.toString();
  }

  @FormatMethod
  private static String format(@FormatString String reason, Object... values) {
    return String.format(Locale.ROOT, reason, values);
  }
}
