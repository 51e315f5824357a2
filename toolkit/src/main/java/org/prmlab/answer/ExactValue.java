package org.prmlab.answer;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The exact value of an expression that is a fraction of whole numbers, if that is easy to see. */
final class ExactValue {
  /** Numbers longer than this many bits are left to other means. */
  private static final int LONGEST = 1 << 14;

  private ExactValue() {}

  /** The value; empty if the expression is not rational, has letters, or grows too long. */
  static Optional<BigFraction> of(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return Optional.of(literal.value());
    }
    if (!(expression instanceof Expression.Apply apply)) {
      return Optional.empty();
    }
    List<Optional<BigFraction>> operands = apply.operands().stream().map(ExactValue::of).toList();
    if (operands.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    BigFraction first = operands.get(0).orElseThrow();
    BigFraction second = operands.get(operands.size() - 1).orElseThrow();
    return compute(apply.operator(), first, second).filter(ExactValue::isShort);
  }

  /** Whether a fraction can be written with finitely many decimals. */
  static boolean isFiniteDecimal(BigFraction value) {
    BigInteger rest = value.getDenominator();
    for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
      }
    }
    return rest.abs().equals(BigInteger.ONE);
  }

  private static Optional<BigFraction> compute(Operator operator, BigFraction a, BigFraction b) {
    return switch (operator) {
      case ADD -> Optional.of(a.add(b));
      case SUBTRACT -> Optional.of(a.subtract(b));
      case MULTIPLY -> Optional.of(a.multiply(b));
      case DIVIDE -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b));
      case NEGATE -> Optional.of(a.negate());
      case ABS -> Optional.of(a.abs());
      case POWER -> power(a, b);
      case SQRT -> squareRoot(a);
      case FACTORIAL -> factorial(a);
      default -> Optional.empty();
    };
  }

  private static Optional<BigFraction> power(BigFraction base, BigFraction exponent) {
    if (!exponent.getDenominator().equals(BigInteger.ONE)
        || exponent.getNumerator().bitLength() > 15) {
      return Optional.empty();
    }
    int n = exponent.intValue();
    boolean tooLong = (long) bits(base) * Math.abs(n) > LONGEST;
    return tooLong || (base.signum() == 0 && n <= 0) ? Optional.empty() : Optional.of(base.pow(n));
  }

  private static Optional<BigFraction> squareRoot(BigFraction square) {
    if (square.signum() < 0) {
      return Optional.empty();
    }
    BigFraction root =
        BigFraction.of(square.getNumerator().abs().sqrt(), square.getDenominator().abs().sqrt());
    return root.multiply(root).equals(square) ? Optional.of(root) : Optional.empty();
  }

  private static Optional<BigFraction> factorial(BigFraction of) {
    if (!of.getDenominator().equals(BigInteger.ONE) || of.signum() < 0 || of.doubleValue() > 500) {
      return Optional.empty();
    }
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= of.intValue(); i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return Optional.of(BigFraction.of(product));
  }

  private static boolean isShort(BigFraction value) {
    return bits(value) <= LONGEST;
  }

  private static int bits(BigFraction value) {
    return Math.max(value.getNumerator().bitLength(), value.getDenominator().bitLength());
  }
}
