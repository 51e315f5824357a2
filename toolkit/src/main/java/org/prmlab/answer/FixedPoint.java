package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Elementary functions of small real numbers, as whole multiples of a power of two: shifts are what
 * makes this faster than decimals. Right to within a few units.
 */
final class FixedPoint {
  private static final int GUARD = 24;
  private static final int DOUBLE_BITS = 48;

  private final int bits;
  private final BigInteger one;

  /**
   * @param bits behind the binary point
   */
  FixedPoint(int bits) {
    this.bits = bits;
    this.one = BigInteger.ONE.shiftLeft(bits);
  }

  BigInteger one() {
    return one;
  }

  /** The nearest multiple. */
  BigInteger of(BigDecimal x) {
    return x.multiply(new BigDecimal(one)).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
  }

  /** Of an argument below 4. */
  BigInteger exp(BigInteger x) {
    int halvings = 4 + (int) Math.sqrt(bits) / 2;
    int work = bits + GUARD + 2 * halvings;
    BigInteger r = x.shiftLeft(work - bits).shiftRight(halvings);
    BigInteger sum = BigInteger.ONE.shiftLeft(work);
    BigInteger term = sum;
    for (long n = 1; term.signum() != 0; n++) {
      term = term.multiply(r).shiftRight(work).divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum).shiftRight(work);
    }
    return sum.shiftRight(work - bits);
  }

  /** Of an argument between 1/4 and 4: Newton's method, each step on three times the bits. */
  BigInteger ln(BigInteger x) {
    if (bits <= DOUBLE_BITS) {
      return ofDouble(Math.log(toDouble(x)));
    }
    FixedPoint coarse = new FixedPoint(Math.max(DOUBLE_BITS, bits / 3 + GUARD));
    BigInteger y = coarse.ln(x.shiftRight(bits - coarse.bits)).shiftLeft(bits - coarse.bits);
    BigInteger e = exp(y);
    BigInteger gap = x.subtract(e).shiftLeft(bits + 1).divide(x.add(e));
    return y.add(gap);
  }

  /** Of an argument between -1 and 1. */
  BigInteger sin(BigInteger x) {
    return series(x, x, 3);
  }

  /** Of an argument between -1 and 1. */
  BigInteger cos(BigInteger x) {
    return series(x, one, 2);
  }

  /** Of an argument between -1 and 1: Newton's method, each step on twice the bits. */
  BigInteger atan(BigInteger x) {
    if (bits <= DOUBLE_BITS) {
      return ofDouble(Math.atan(toDouble(x)));
    }
    FixedPoint coarse = new FixedPoint(Math.max(DOUBLE_BITS, bits / 2 + GUARD));
    BigInteger y = coarse.atan(x.shiftRight(bits - coarse.bits)).shiftLeft(bits - coarse.bits);
    BigInteger cos = cos(y);
    BigInteger gap = sin(y).subtract(x.multiply(cos).shiftRight(bits));
    return y.subtract(gap.multiply(cos).shiftRight(bits));
  }

  private BigInteger series(BigInteger x, BigInteger first, long from) {
    BigInteger square = x.multiply(x).shiftRight(bits - GUARD);
    BigInteger term = first.shiftLeft(GUARD);
    BigInteger sum = term;
    for (long n = from; term.signum() != 0; n += 2) {
      term =
          term.multiply(square).shiftRight(bits + GUARD).divide(BigInteger.valueOf(-n * (n - 1)));
      sum = sum.add(term);
    }
    return sum.shiftRight(GUARD);
  }

  private double toDouble(BigInteger x) {
    return x.doubleValue() / Math.pow(2, bits);
  }

  private BigInteger ofDouble(double value) {
    return BigInteger.valueOf(Math.round(value * Math.pow(2, bits)));
  }
}
