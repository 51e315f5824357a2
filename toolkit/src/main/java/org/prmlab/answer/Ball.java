package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A real number that is known to lie within a radius of a middle: ball arithmetic, so that a value
 * is never taken for known better than it is.
 *
 * @param middle where it is
 * @param radius how far off it may be, at least 0
 * @see <a href="https://doi.org/10.1109/TC.2017.2690633">Johansson 2017, Arb</a>
 */
record Ball(BigDecimal middle, BigDecimal radius) {
  static final Ball ZERO = exact(BigDecimal.ZERO);
  static final Ball ONE = exact(BigDecimal.ONE);

  private static final MathContext UP = new MathContext(6, RoundingMode.UP);

  static Ball exact(BigDecimal value) {
    return new Ball(value, BigDecimal.ZERO);
  }

  /** A value computed to within a few units of its last digit. */
  static Ball computed(BigDecimal value, MathContext mc) {
    BigDecimal rounded = value.round(mc);
    return new Ball(rounded, unit(rounded, mc).multiply(BigDecimal.TEN));
  }

  boolean isExactZero() {
    return middle.signum() == 0 && radius.signum() == 0;
  }

  boolean containsZero() {
    return middle.abs().compareTo(radius) <= 0;
  }

  /** Whether it is known to be below 0. */
  boolean isNegative() {
    return middle.signum() < 0 && !containsZero();
  }

  BigDecimal upper() {
    return middle.add(radius);
  }

  BigDecimal lower() {
    return middle.subtract(radius);
  }

  Ball negate() {
    return new Ball(middle.negate(), radius);
  }

  Ball plus(Ball other, MathContext mc) {
    BigDecimal sum = middle.add(other.middle, mc);
    return new Ball(sum, radius.add(other.radius, UP).add(rounding(sum, mc), UP));
  }

  Ball minus(Ball other, MathContext mc) {
    return plus(other.negate(), mc);
  }

  Ball times(Ball other, MathContext mc) {
    BigDecimal product = middle.multiply(other.middle, mc);
    BigDecimal off =
        middle
            .abs()
            .multiply(other.radius, UP)
            .add(other.middle.abs().multiply(radius, UP), UP)
            .add(radius.multiply(other.radius, UP), UP);
    return new Ball(product, off.add(rounding(product, mc), UP));
  }

  /**
   * @throws NoValue if the other may be 0
   */
  Ball over(Ball other, MathContext mc) {
    if (other.containsZero()) {
      throw new NoValue("a division by 0");
    }
    BigDecimal quotient = middle.divide(other.middle, mc);
    BigDecimal size = other.middle.abs();
    BigDecimal least = size.subtract(other.radius);
    BigDecimal off =
        middle
            .abs()
            .multiply(other.radius, UP)
            .add(size.multiply(radius, UP), UP)
            .divide(size.multiply(least), UP);
    return new Ball(quotient, off.add(rounding(quotient, mc), UP));
  }

  /** The root of a number that is not known to be negative; what may be below 0 is cut off. */
  Ball sqrt(MathContext mc) {
    if (isExactZero()) {
      return ZERO;
    }
    BigDecimal high = upper().max(BigDecimal.ZERO).sqrt(mc);
    if (lower().signum() <= 0) {
      return new Ball(BigDecimal.ZERO, high.multiply(BigDecimal.valueOf(2), UP));
    }
    BigDecimal root = middle.sqrt(mc);
    BigDecimal off = radius.signum() == 0 ? radius : radius.divide(lower().sqrt(UP), UP);
    return new Ball(root, off.add(rounding(root, mc), UP));
  }

  /** The decimal exponent of its size; 0 if that is not known. */
  int exponent() {
    long exponent = containsZero() ? 0 : (long) middle.precision() - middle.scale();
    return (int) Math.max(-1_000_000_000, Math.min(1_000_000_000, exponent));
  }

  /** What rounding can have cost: nothing where all digits fit. */
  private static BigDecimal rounding(BigDecimal value, MathContext mc) {
    return value.precision() < mc.getPrecision() ? BigDecimal.ZERO : unit(value, mc);
  }

  private static BigDecimal unit(BigDecimal value, MathContext mc) {
    return BigDecimal.ONE.scaleByPowerOfTen(
        value.precision() - value.scale() - mc.getPrecision() + 1);
  }
}
