package org.prmlab.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.complex.Complex;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Whether two expressions have the same value: exactly where both are fractions, otherwise at
 * random points (the test of Schwartz and Zippel, here in floating point).
 *
 * <p>A decimal that stands for a number without a finite decimal expansion is read as rounded to
 * the digits it shows, if they are three or more: 0.333 is 1/3, 3.14 is pi, 0.3 is not 1/3. Letters
 * are real. Where expressions agree at positive values only, as sqrt(x^2) and x do, nothing is
 * decided.
 *
 * @see <a href="https://doi.org/10.1145/322217.322225">Schwartz 1980</a>
 */
final class ScalarComparison {
  private static final int POINTS = 12;
  private static final int NEEDED = 4;
  private static final double SAME = 1e-9;
  private static final double OTHER = 1e-6;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final WorkLimit limit;
  private final long seed;

  ScalarComparison(WorkLimit limit, long seed) {
    this.limit = limit;
    this.seed = seed;
  }

  Equivalence of(Expression a, Expression b) {
    if (a.equals(b)) {
      return Equivalence.EQUAL;
    }
    Optional<BigFraction> exactA = ExactValue.of(a);
    Optional<BigFraction> exactB = ExactValue.of(b);
    if (exactA.isPresent() && exactA.equals(exactB)) {
      return Equivalence.EQUAL;
    }
    if (isRounded(a, b, exactB) || isRounded(b, a, exactA)) {
      return Equivalence.EQUAL;
    }
    return exactA.isPresent() && exactB.isPresent() ? Equivalence.DIFFERENT : atPoints(a, b);
  }

  /**
   * Whether two equations, each "this is 0", have the same solutions: one a multiple of the other.
   */
  Equivalence ofEquations(Expression a, Expression b) {
    Expression atOnes = Expression.apply(Operator.DIVIDE, a, b);
    Set<String> names = atOnes.variables();
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    Complex factor = Operator.UNDEFINED;
    int compared = 0;
    for (int point = 0; point < POINTS; point++) {
      Complex ratio = new NumericValue(point(names, random, Sign.ANY), limit).of(atOnes);
      if (Double.isFinite(ratio.abs()) && ratio.abs() > 0) {
        if (compared > 0 && distance(ratio, factor) > OTHER) {
          return Equivalence.DIFFERENT;
        }
        factor = ratio;
        compared++;
      }
    }
    return compared >= NEEDED ? Equivalence.EQUAL : Equivalence.UNDECIDED;
  }

  private enum Sign {
    POSITIVE,
    ANY
  }

  private Equivalence atPoints(Expression a, Expression b) {
    Set<String> names = new TreeSet<>(a.variables());
    names.addAll(b.variables());
    Equivalence positive = atPoints(a, b, Sign.POSITIVE);
    if (positive != Equivalence.EQUAL || names.isEmpty()) {
      return positive;
    }
    Equivalence any = atPoints(a, b, Sign.ANY);
    return any == Equivalence.EQUAL ? Equivalence.EQUAL : Equivalence.UNDECIDED;
  }

  private Equivalence atPoints(Expression a, Expression b, Sign sign) {
    Set<String> names = new TreeSet<>(a.variables());
    names.addAll(b.variables());
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int compared = 0;
    double farthest = 0;
    for (int point = 0; point < POINTS; point++) {
      NumericValue at = new NumericValue(point(names, random, sign), limit);
      Complex valueA = at.of(a);
      Complex valueB = at.of(b);
      if (names.isEmpty() && (isInfinite(valueA) || isInfinite(valueB))) {
        return ofInfinities(valueA, valueB);
      }
      if (Double.isFinite(valueA.abs()) && Double.isFinite(valueB.abs())) {
        farthest = Math.max(farthest, distance(valueA, valueB));
        compared++;
      }
    }
    if (compared < NEEDED) {
      return Equivalence.UNDECIDED;
    }
    return farthest <= SAME
        ? Equivalence.EQUAL
        : farthest > OTHER ? Equivalence.DIFFERENT : Equivalence.UNDECIDED;
  }

  /** Infinity is one of two values here; what has no value at all is not compared. */
  private static Equivalence ofInfinities(Complex a, Complex b) {
    if (Double.isNaN(a.real()) || Double.isNaN(b.real())) {
      return Equivalence.UNDECIDED;
    }
    return a.real() == b.real() ? Equivalence.EQUAL : Equivalence.DIFFERENT;
  }

  private static boolean isInfinite(Complex value) {
    return Double.isInfinite(value.real()) && value.imag() == 0;
  }

  private static Map<String, Complex> point(
      Set<String> names, UniformRandomProvider random, Sign sign) {
    Map<String, Complex> point = new HashMap<>();
    for (String name : names) {
      double size = random.nextDouble(0.3, 2.3);
      boolean negative = sign == Sign.ANY && random.nextBoolean();
      point.put(name, Complex.ofCartesian(negative ? -size : size, 0));
    }
    return point;
  }

  /**
   * Relative to the larger value. Below 1e-9 what is left of a cancellation cannot be told from 0:
   * the distance lies between the two tolerances then.
   */
  private static double distance(Complex a, Complex b) {
    double size = Math.max(a.abs(), b.abs());
    double gap = a.subtract(b).abs();
    if (gap == 0) {
      return 0;
    }
    return size < SAME ? (SAME + OTHER) / 2 : gap / size;
  }

  private boolean isRounded(Expression decimal, Expression exact, Optional<BigFraction> fraction) {
    if (decimal instanceof Expression.Apply minus && minus.operator() == Operator.NEGATE) {
      Expression opposite = Expression.apply(Operator.NEGATE, exact);
      return isRounded(minus.operands().get(0), opposite, ExactValue.of(opposite));
    }
    if (!(decimal instanceof Expression.Literal literal)
        || literal.decimals() == 0
        || digits(literal) < SIGNIFICANT_DIGITS
        || fraction.map(ExactValue::isFiniteDecimal).orElse(false)
        || !exact.variables().isEmpty()) {
      return false;
    }
    Complex value = new NumericValue(Map.of(), limit).of(exact);
    double gap = Math.abs(value.real() - literal.value().doubleValue());
    return value.imag() == 0 && gap <= 0.5 * Math.pow(10, -literal.decimals()) * (1 + SAME);
  }

  /** The digits shown from the first that is not 0 on. */
  private static int digits(Expression.Literal literal) {
    BigFraction shifted =
        literal.value().abs().multiply(BigFraction.of(10).pow(literal.decimals()));
    return shifted.getNumerator().toString().length();
  }
}
