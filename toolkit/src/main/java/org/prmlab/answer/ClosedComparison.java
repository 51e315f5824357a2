package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether two expressions have the same value where their letters stand for fractions: exactly
 * where both are fractions, otherwise with as many digits as it takes to tell two such expressions
 * apart.
 *
 * <p>Values that differ are different by proof. Values that agree in all digits of a number that
 * grows with the length of the two expressions, of their literals and of the numbers on the way are
 * equal by the uniformity conjecture. Where that takes more than {@link #MOST_DIGITS}, nothing is
 * decided.
 *
 * @see <a href="https://doi.org/10.1145/1073884.1073886">Richardson and Langley 2002, the
 *     uniformity conjecture</a>
 */
final class ClosedComparison {
  static final int MOST_DIGITS = 2500;

  private static final int FIRST_DIGITS = 50;
  private static final int MARGIN = 30;

  private final Map<String, BigFraction> letters;
  private final WorkLimit limit;

  ClosedComparison(Map<String, BigFraction> letters, WorkLimit limit) {
    this.letters = letters;
    this.limit = limit;
  }

  /** What can be said, and why. */
  Comparison of(Expression a, Expression b) {
    Optional<BigFraction> exactA = ExactValue.of(a, letters);
    Optional<BigFraction> exactB = ExactValue.of(b, letters);
    if (exactA.isPresent() && exactB.isPresent()) {
      return exactA.equals(exactB)
          ? Comparison.equal("both are exactly %s", Comparison.shown(exactA.get()))
          : Comparison.different(
              "%s is not %s", Comparison.shown(exactA.get()), Comparison.shown(exactB.get()));
    }
    try {
      return toDigits(a, b);
    } catch (NoValue e) {
      return Comparison.undecided("%s", String.valueOf(e.getMessage()));
    } catch (ArithmeticException e) {
      return Comparison.undecided("numbers out of reach");
    }
  }

  private Comparison toDigits(Expression a, Expression b) {
    int digits = FIRST_DIGITS;
    while (true) {
      ClosedValue at = new ClosedValue(letters, digits, limit);
      ComplexBall valueA = at.of(a);
      ComplexBall valueB = at.of(b);
      ComplexBall gap = valueA.minus(valueB, new MathContext(digits));
      if (!gap.containsZero()) {
        String shownA = Comparison.shown(valueA);
        String shownB = Comparison.shown(valueB);
        return shownA.equals(shownB)
            ? Comparison.different("two numbers near %s, %s apart", shownA, Comparison.shown(gap))
            : Comparison.different("%s is not %s", shownA, shownB);
      }
      long size = 3L * at.spread() + MARGIN + 2L * (length(a) + length(b)) + 4L * at.nodes();
      if (isWithin(gap, -size)) {
        return Comparison.equal("the same to %d digits: %s", digits, Comparison.shown(valueA));
      }
      if (digits == MOST_DIGITS) {
        return Comparison.undecided("closer to each other than %d digits can tell", MOST_DIGITS);
      }
      long wanted = Math.max(2L * digits, size + at.spread() + MARGIN);
      if (size > MOST_DIGITS) {
        return Comparison.undecided("closer to each other than %d digits can tell", MOST_DIGITS);
      }
      digits = (int) Math.min(MOST_DIGITS, wanted);
    }
  }

  private static boolean isWithin(ComplexBall gap, long exponent) {
    BigDecimal most = BigDecimal.ONE.scaleByPowerOfTen((int) Math.max(-1_000_000_000L, exponent));
    return gap.re().upper().abs().max(gap.re().lower().abs()).compareTo(most) <= 0
        && gap.im().upper().abs().max(gap.im().lower().abs()).compareTo(most) <= 0;
  }

  /** Decimal digits of all numbers written in it, letters counted by what they stand for. */
  private int length(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return length(literal.value());
    }
    if (expression instanceof Expression.Symbol symbol) {
      return Optional.ofNullable(letters.get(symbol.name())).map(this::length).orElse(1);
    }
    return ((Expression.Apply) expression).operands().stream().mapToInt(this::length).sum();
  }

  private int length(BigFraction value) {
    int bits = value.getNumerator().bitLength() + value.getDenominator().bitLength();
    return 1 + bits * 3 / 10;
  }
}
