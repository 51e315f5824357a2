package org.prmlab.answer;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The exact value of an expression that is a fraction of whole numbers, if that is easy to see. */
final class ExactValue {
  /** Numbers longer than this many bits are left to other means. */
  private static final int LONGEST = 1 << 16;

  private static final int LARGEST_FACTORIAL = 3000;

  private ExactValue() {}

  /** The value; empty if the expression is not rational, has letters, or grows too long. */
  static Optional<BigFraction> of(Expression expression) {
    return of(expression, Map.of());
  }

  /** The value where letters stand for fractions. */
  static Optional<BigFraction> of(Expression expression, Map<String, BigFraction> letters) {
    if (expression instanceof Expression.Literal literal) {
      return Optional.of(literal.value());
    }
    if (expression instanceof Expression.Symbol symbol) {
      return Optional.ofNullable(letters.get(symbol.name()));
    }
    Expression.Apply apply = (Expression.Apply) expression;
    Optional<BigFraction> first = of(apply.operands().get(0), letters);
    if (first.isEmpty() || apply.operands().size() == 1) {
      return first.flatMap(a -> ofOne(apply.operator(), a)).filter(ExactValue::isShort);
    }
    Optional<BigFraction> second = of(apply.operands().get(1), letters);
    return second.flatMap(b -> ofTwo(apply.operator(), first.get(), b)).filter(ExactValue::isShort);
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

  static boolean isWhole(BigFraction value) {
    return value.getDenominator().equals(BigInteger.ONE);
  }

  private static Optional<BigFraction> ofOne(Operator operator, BigFraction a) {
    return switch (operator) {
      case NEGATE -> Optional.of(a.negate());
      case ABS -> Optional.of(a.abs());
      case SQRT -> squareRoot(a);
      case FACTORIAL -> factorial(a);
      case FLOOR -> Optional.of(floor(a));
      case CEIL -> Optional.of(floor(a.negate()).negate());
      default -> Optional.empty();
    };
  }

  private static Optional<BigFraction> ofTwo(Operator operator, BigFraction a, BigFraction b) {
    return switch (operator) {
      case ADD -> Optional.of(a.add(b));
      case SUBTRACT -> Optional.of(a.subtract(b));
      case MULTIPLY -> Optional.of(a.multiply(b));
      case DIVIDE -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b));
      case POWER -> power(a, b);
      case BINOMIAL -> binomial(a, b);
      default -> Optional.empty();
    };
  }

  private static BigFraction floor(BigFraction a) {
    BigInteger[] parts = a.getNumerator().divideAndRemainder(a.getDenominator());
    boolean below = parts[1].signum() != 0 && a.signum() < 0;
    return BigFraction.of(below ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  private static Optional<BigFraction> power(BigFraction base, BigFraction exponent) {
    if (!isWhole(exponent) || exponent.getNumerator().bitLength() > 15) {
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
    if (!isCount(of)) {
      return Optional.empty();
    }
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= of.intValue(); i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return Optional.of(BigFraction.of(product));
  }

  private static Optional<BigFraction> binomial(BigFraction above, BigFraction below) {
    if (!isCount(above) || !isCount(below) || below.compareTo(above) > 0) {
      return Optional.empty();
    }
    int n = above.intValue();
    int k = Math.min(below.intValue(), n - below.intValue());
    BigInteger value = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      value = value.multiply(BigInteger.valueOf(n - k + (long) i)).divide(BigInteger.valueOf(i));
    }
    return Optional.of(BigFraction.of(value));
  }

  private static boolean isCount(BigFraction x) {
    return isWhole(x) && x.signum() >= 0 && x.compareTo(BigFraction.of(LARGEST_FACTORIAL)) <= 0;
  }

  private static boolean isShort(BigFraction value) {
    return bits(value) <= LONGEST;
  }

  private static int bits(BigFraction value) {
    return Math.max(value.getNumerator().bitLength(), value.getDenominator().bitLength());
  }
}
