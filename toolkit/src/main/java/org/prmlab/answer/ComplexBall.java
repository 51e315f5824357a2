package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A complex number whose parts are known to within a radius.
 *
 * @param re real part
 * @param im imaginary part; exactly 0 where the number is known to be real
 */
record ComplexBall(Ball re, Ball im) {
  static final ComplexBall ONE = real(Ball.ONE);
  static final ComplexBall I = new ComplexBall(Ball.ZERO, Ball.ONE);

  static ComplexBall real(Ball value) {
    return new ComplexBall(value, Ball.ZERO);
  }

  static ComplexBall exact(BigDecimal value) {
    return real(Ball.exact(value));
  }

  boolean isReal() {
    return im.isExactZero();
  }

  boolean containsZero() {
    return re.containsZero() && im.containsZero();
  }

  ComplexBall negate() {
    return new ComplexBall(re.negate(), im.negate());
  }

  ComplexBall plus(ComplexBall other, MathContext mc) {
    return new ComplexBall(re.plus(other.re, mc), im.plus(other.im, mc));
  }

  ComplexBall minus(ComplexBall other, MathContext mc) {
    return plus(other.negate(), mc);
  }

  ComplexBall times(ComplexBall other, MathContext mc) {
    if (isReal() && other.isReal()) {
      return real(re.times(other.re, mc));
    }
    return new ComplexBall(
        re.times(other.re, mc).minus(im.times(other.im, mc), mc),
        re.times(other.im, mc).plus(im.times(other.re, mc), mc));
  }

  /**
   * @throws NoValue if the other may be 0
   */
  ComplexBall over(ComplexBall other, MathContext mc) {
    if (other.isReal()) {
      return new ComplexBall(re.over(other.re, mc), isReal() ? Ball.ZERO : im.over(other.re, mc));
    }
    Ball square = other.re.times(other.re, mc).plus(other.im.times(other.im, mc), mc);
    ComplexBall product = times(new ComplexBall(other.re, other.im.negate()), mc);
    return new ComplexBall(product.re.over(square, mc), product.im.over(square, mc));
  }

  /** Its distance from 0. */
  Ball size(MathContext mc) {
    if (isReal()) {
      return re.middle().signum() < 0 ? re.negate() : re;
    }
    return re.times(re, mc).plus(im.times(im, mc), mc).sqrt(mc);
  }

  /** The root with a real part that is not negative. */
  ComplexBall sqrt(MathContext mc) {
    if (isReal() && re.isNegative()) {
      return new ComplexBall(Ball.ZERO, re.negate().sqrt(mc));
    }
    if (isReal()) {
      Ball root = re.sqrt(mc);
      boolean maybeNegative = !re.isExactZero() && re.lower().signum() < 0;
      return new ComplexBall(root, maybeNegative ? root : Ball.ZERO);
    }
    Ball size = size(mc);
    Ball two = Ball.exact(BigDecimal.valueOf(2));
    Ball x = size.plus(re, mc).over(two, mc).sqrt(mc);
    Ball y = size.minus(re, mc).over(two, mc).sqrt(mc);
    if (im.containsZero() && !x.containsZero() && re.middle().signum() > 0) {
      return new ComplexBall(x, new Ball(BigDecimal.ZERO, y.upper().abs()));
    }
    if (im.containsZero()) {
      throw new NoValue("a root on the cut of the complex plane");
    }
    return new ComplexBall(x, im.middle().signum() < 0 ? y.negate() : y);
  }

  int exponent() {
    return isReal()
        ? re.exponent()
        : re.containsZero() ? im.exponent() : Math.max(re.exponent(), im.exponent());
  }
}
