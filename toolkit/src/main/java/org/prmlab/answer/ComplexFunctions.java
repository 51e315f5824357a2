package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Elementary functions on balls, to so many digits. */
final class ComplexFunctions {
  /** Beyond this an exponential is out of reach: its exponent would not fit. */
  private static final BigDecimal LARGEST_EXPONENT = new BigDecimal("1e9");

  private static final BigDecimal LARGEST_ANGLE = new BigDecimal("1e40");
  private static final BigDecimal LARGEST_RADIUS = new BigDecimal("0.1");
  private static final int LARGEST_POWER = 100_000;

  private final MathContext mc;
  private final BigFunctions functions;

  ComplexFunctions(int digits) {
    this.mc = new MathContext(digits);
    this.functions = new BigFunctions(digits);
  }

  ComplexBall pi() {
    return ComplexBall.real(Ball.computed(functions.pi(), mc));
  }

  ComplexBall exp(ComplexBall z) {
    Ball size = exp(z.re());
    return z.isReal()
        ? ComplexBall.real(size)
        : new ComplexBall(size.times(cos(z.im()), mc), size.times(sin(z.im()), mc));
  }

  ComplexBall ln(ComplexBall z) {
    if (z.isReal() && z.re().isNegative()) {
      return new ComplexBall(ln(z.re().negate()), pi().re());
    }
    if (z.isReal()) {
      return ComplexBall.real(ln(z.re()));
    }
    return new ComplexBall(ln(z.size(mc)), angle(z));
  }

  ComplexBall sin(ComplexBall z) {
    return z.isReal()
        ? ComplexBall.real(sin(z.re()))
        : new ComplexBall(sin(z.re()).times(cosh(z.im()), mc), cos(z.re()).times(sinh(z.im()), mc));
  }

  ComplexBall cos(ComplexBall z) {
    return z.isReal()
        ? ComplexBall.real(cos(z.re()))
        : new ComplexBall(
            cos(z.re()).times(cosh(z.im()), mc), sin(z.re()).times(sinh(z.im()), mc).negate());
  }

  ComplexBall arcsin(ComplexBall z) {
    Ball x = inDomain(z);
    Ball other = Ball.ONE.minus(x.times(x, mc), mc);
    if (other.isExactZero()) {
      return ComplexBall.real(quarter(x.middle().signum()));
    }
    return ComplexBall.real(atan(x.over(other.sqrt(mc), mc)));
  }

  ComplexBall arccos(ComplexBall z) {
    return ComplexBall.real(quarter(1).minus(arcsin(z).re(), mc));
  }

  ComplexBall arctan(ComplexBall z) {
    if (!z.isReal()) {
      throw new NoValue("an arctangent that is not real");
    }
    return ComplexBall.real(atan(z.re()));
  }

  /**
   * A power. Of a negative number to a fraction with an odd denominator it is the real one, as
   * school writes it: (-8)^(1/3) is -2.
   *
   * @param exact the exponent, where it is a fraction
   */
  ComplexBall power(ComplexBall base, ComplexBall exponent, Optional<BigFraction> exact) {
    if (exact.isPresent()) {
      BigFraction p = exact.get();
      if (p.getDenominator().equals(BigInteger.ONE)
          && p.getNumerator().abs().compareTo(BigInteger.valueOf(LARGEST_POWER)) <= 0) {
        return power(base, p.getNumerator().intValue());
      }
      if (base.isReal() && base.re().isExactZero() && p.signum() > 0) {
        return base;
      }
      if (base.isReal() && base.re().isNegative() && p.getDenominator().testBit(0)) {
        ComplexBall size = exp(exponent.times(ln(base.negate()), mc));
        return p.getNumerator().testBit(0) ? size.negate() : size;
      }
    }
    return exp(exponent.times(ln(base), mc));
  }

  private ComplexBall power(ComplexBall base, int exponent) {
    ComplexBall result = ComplexBall.ONE;
    ComplexBall square = base;
    for (int left = Math.abs(exponent); left > 0; left >>= 1) {
      result = (left & 1) == 1 ? result.times(square, mc) : result;
      square = left > 1 ? square.times(square, mc) : square;
    }
    return exponent < 0 ? ComplexBall.ONE.over(result, mc) : result;
  }

  /** The whole number below, or above. */
  ComplexBall rounded(ComplexBall z, RoundingMode mode) {
    if (!z.isReal()) {
      throw new NoValue("rounding what is not real");
    }
    BigDecimal low = z.re().lower().setScale(0, mode);
    if (low.compareTo(z.re().upper().setScale(0, mode)) != 0) {
      throw new NoValue("rounding what lies on a whole number or nearer than can be told");
    }
    return ComplexBall.exact(low);
  }

  private Ball exp(Ball x) {
    if (x.isExactZero()) {
      return Ball.ONE;
    }
    if (x.middle().abs().compareTo(LARGEST_EXPONENT) > 0
        || x.radius().compareTo(LARGEST_RADIUS) > 0) {
      throw new NoValue("an exponential out of reach");
    }
    Ball value = Ball.computed(functions.exp(x.middle()), mc);
    Ball factor = new Ball(BigDecimal.ONE, x.radius().multiply(BigDecimal.valueOf(2)));
    return value.times(factor, mc);
  }

  private Ball ln(Ball x) {
    if (x.lower().signum() <= 0) {
      throw new NoValue("a logarithm of what may be 0");
    }
    Ball value = x.equals(Ball.ONE) ? Ball.ZERO : Ball.computed(functions.ln(x.middle()), mc);
    return widened(value, x.radius().signum() == 0 ? x.radius() : relative(x));
  }

  private static BigDecimal relative(Ball x) {
    return x.radius().divide(x.lower(), new MathContext(6, RoundingMode.UP));
  }

  private Ball sin(Ball x) {
    checkAngle(x);
    return x.isExactZero() ? x : widened(Ball.computed(functions.sin(x.middle()), mc), floor(x));
  }

  private Ball cos(Ball x) {
    checkAngle(x);
    return x.isExactZero()
        ? Ball.ONE
        : widened(Ball.computed(functions.cos(x.middle()), mc), floor(x));
  }

  /** The radius, and the digits that the reduction of an angle can lose near a zero. */
  private BigDecimal floor(Ball angle) {
    int size = Math.max(0, angle.exponent());
    boolean small = angle.middle().abs().compareTo(LARGEST_RADIUS) < 0;
    return small
        ? angle.radius()
        : angle.radius().add(BigDecimal.ONE.scaleByPowerOfTen(size - mc.getPrecision()));
  }

  private static void checkAngle(Ball x) {
    if (x.middle().abs().compareTo(LARGEST_ANGLE) > 0) {
      throw new NoValue("an angle out of reach");
    }
  }

  private Ball sinh(Ball y) {
    return half(exp(y).minus(exp(y.negate()), mc));
  }

  private Ball cosh(Ball y) {
    return half(exp(y).plus(exp(y.negate()), mc));
  }

  private Ball half(Ball x) {
    return x.over(Ball.exact(BigDecimal.valueOf(2)), mc);
  }

  private Ball atan(Ball x) {
    return x.isExactZero() ? x : widened(Ball.computed(functions.atan(x.middle()), mc), x.radius());
  }

  private Ball angle(ComplexBall z) {
    if (!z.re().containsZero()) {
      Ball angle = atan(z.im().over(z.re(), mc));
      if (z.re().middle().signum() > 0) {
        return angle;
      }
      if (z.im().containsZero()) {
        throw new NoValue("a logarithm on the cut of the complex plane");
      }
      Ball pi = pi().re();
      return z.im().middle().signum() < 0 ? angle.minus(pi, mc) : angle.plus(pi, mc);
    }
    Ball rest = atan(z.re().over(z.im(), mc));
    return quarter(z.im().middle().signum()).minus(rest, mc);
  }

  private Ball quarter(int sign) {
    Ball quarter = half(pi().re());
    return sign < 0 ? quarter.negate() : quarter;
  }

  private static Ball inDomain(ComplexBall z) {
    if (!z.isReal()
        || z.re().lower().abs().max(z.re().upper().abs()).compareTo(BigDecimal.ONE) > 0) {
      throw new NoValue("an arcsine or arccosine outside of [-1, 1]");
    }
    return z.re();
  }

  private static Ball widened(Ball value, BigDecimal by) {
    return new Ball(value.middle(), value.radius().add(by));
  }
}
