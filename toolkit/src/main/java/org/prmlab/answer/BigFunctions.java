package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Elementary functions of real numbers to many digits: the argument is reduced to a small one,
 * which {@link FixedPoint} computes. Results are right to within a few units of the last digit
 * asked for; those of large angles to within as many units of it as the angle has digits.
 *
 * @see <a href="https://arxiv.org/abs/1004.4710">Brent and Zimmermann, Modern Computer Arithmetic,
 *     chapter 4</a>
 */
final class BigFunctions {
  private static final int GUARD = 12;
  private static final double BITS_A_DIGIT = 3.33;
  private static final BigDecimal ROOT_OF_TEN = new BigDecimal("3.16");
  private static final AtomicReference<BigDecimal> PI = new AtomicReference<>(BigDecimal.ZERO);
  private static final AtomicReference<BigDecimal> LN_10 = new AtomicReference<>(BigDecimal.ZERO);

  private final int digits;

  /**
   * @param digits significant digits wanted
   */
  BigFunctions(int digits) {
    this.digits = digits + GUARD;
  }

  BigDecimal pi() {
    return constant(PI, digits, BigFunctions::machin);
  }

  /** For an argument whose result has an exponent that {@link BigDecimal} can hold. */
  BigDecimal exp(BigDecimal x) {
    BigDecimal ln10 = constant(LN_10, digits + size(x), BigFunctions::lnOf10);
    BigInteger tens = x.divide(ln10, 0, RoundingMode.FLOOR).toBigInteger();
    BigDecimal rest = x.subtract(ln10.multiply(new BigDecimal(tens)));
    FixedPoint fixed = withExtraDigits(0);
    BigDecimal value = decimal(fixed.exp(fixed.of(rest)), fixed);
    return value.scaleByPowerOfTen(tens.intValueExact());
  }

  /** Of a positive number. */
  BigDecimal ln(BigDecimal x) {
    int tens = x.precision() - x.scale() - 1;
    tens += x.scaleByPowerOfTen(-tens).compareTo(ROOT_OF_TEN) > 0 ? 1 : 0;
    BigDecimal mantissa = x.scaleByPowerOfTen(-tens);
    if (mantissa.compareTo(BigDecimal.ONE) == 0 && tens == 0) {
      return BigDecimal.ZERO;
    }
    FixedPoint fixed = withExtraDigits(smallness(mantissa.subtract(BigDecimal.ONE)));
    BigDecimal ln = decimal(fixed.ln(fixed.of(mantissa)), fixed);
    BigDecimal ln10 = constant(LN_10, digits + 10, BigFunctions::lnOf10);
    return ln10.multiply(BigDecimal.valueOf(tens)).add(ln);
  }

  BigDecimal sin(BigDecimal x) {
    return sinOfQuarters(x, 0);
  }

  BigDecimal cos(BigDecimal x) {
    return sinOfQuarters(x, 1);
  }

  BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      MathContext mc = new MathContext(digits);
      BigDecimal right = pi().divide(BigDecimal.valueOf(x.signum() * 2L), mc);
      return right.subtract(atan(BigDecimal.ONE.divide(x, mc)), mc);
    }
    FixedPoint fixed = withExtraDigits(smallness(x));
    return decimal(fixed.atan(fixed.of(x)), fixed);
  }

  /** The sine of x plus so many right angles. */
  private BigDecimal sinOfQuarters(BigDecimal x, int quarters) {
    BigDecimal right =
        constant(PI, digits + size(x), BigFunctions::machin).multiply(new BigDecimal("0.5"));
    BigInteger turns = x.divide(right, 0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal rest = x.subtract(right.multiply(new BigDecimal(turns)));
    int quarter = turns.add(BigInteger.valueOf(quarters)).mod(BigInteger.valueOf(4)).intValue();
    FixedPoint fixed = withExtraDigits(quarter % 2 == 0 ? smallness(rest) : 0);
    BigInteger r = fixed.of(rest);
    BigDecimal value = decimal(quarter % 2 == 0 ? fixed.sin(r) : fixed.cos(r), fixed);
    return quarter < 2 ? value : value.negate();
  }

  private FixedPoint withExtraDigits(int extra) {
    return new FixedPoint((int) Math.ceil((digits + Math.min(extra, digits)) * BITS_A_DIGIT) + 16);
  }

  private BigDecimal decimal(BigInteger value, FixedPoint fixed) {
    return new BigDecimal(value).divide(new BigDecimal(fixed.one()), new MathContext(digits));
  }

  /** Digits before the decimal point. */
  private static int size(BigDecimal x) {
    return Math.max(0, x.precision() - x.scale());
  }

  /** Zeros behind the decimal point. */
  private static int smallness(BigDecimal x) {
    return x.signum() == 0 ? 0 : Math.max(0, x.scale() - x.precision());
  }

  private interface Series {
    BigDecimal to(int digits);
  }

  private static BigDecimal constant(
      AtomicReference<BigDecimal> known, int digits, Series computed) {
    BigDecimal value = Objects.requireNonNull(known.get());
    if (value.precision() < digits + 2) {
      value = computed.to(digits + digits / 2 + 10);
      known.set(value);
    }
    return value.round(new MathContext(digits + 2));
  }

  /** Machin 1706: pi = 16 arctan(1/5) - 4 arctan(1/239). */
  private static BigDecimal machin(int digits) {
    BigInteger one = BigInteger.TEN.pow(digits + 10);
    BigInteger pi =
        inverse(one, 5, -1)
            .multiply(BigInteger.valueOf(16))
            .subtract(inverse(one, 239, -1).multiply(BigInteger.valueOf(4)));
    return new BigDecimal(pi, digits + 10);
  }

  /** ln 10 = 46 artanh(1/31) + 34 artanh(1/49) + 20 artanh(1/161). */
  private static BigDecimal lnOf10(int digits) {
    BigInteger one = BigInteger.TEN.pow(digits + 10);
    BigInteger ln =
        inverse(one, 31, 1)
            .multiply(BigInteger.valueOf(46))
            .add(inverse(one, 49, 1).multiply(BigInteger.valueOf(34)))
            .add(inverse(one, 161, 1).multiply(BigInteger.valueOf(20)));
    return new BigDecimal(ln, digits + 10);
  }

  /** The arctangent (sign -1) or artanh (sign 1) of 1/n, as a multiple of 1/one. */
  private static BigInteger inverse(BigInteger one, int n, int sign) {
    BigInteger square = BigInteger.valueOf((long) sign * n * n);
    BigInteger power = one.divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }
}
