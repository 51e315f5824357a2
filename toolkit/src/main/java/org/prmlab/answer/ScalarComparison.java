package org.prmlab.answer;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether two expressions have the same value: closed forms by {@link ClosedComparison}, those with
 * letters by it at random points whose coordinates are fractions (the test of Schwartz and Zippel).
 *
 * <p>A decimal that stands for a number without a finite decimal expansion is read as rounded to
 * the digits it shows, if they are three or more: 0.333 is 1/3, 3.14 is pi, 0.3 is not 1/3. Letters
 * are real, and whole numbers inside factorials and binomials. Where expressions agree at positive
 * values only, as sqrt(x^2) and x do, nothing is decided.
 *
 * @see <a href="https://doi.org/10.1145/322217.322225">Schwartz 1980</a>
 */
final class ScalarComparison {
  private static final int POINTS = 10;
  private static final int NEEDED = 4;
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final int ROUNDING_DIGITS = 60;

  private final WorkLimit limit;
  private final long seed;

  ScalarComparison(WorkLimit limit, long seed) {
    this.limit = limit;
    this.seed = seed;
  }

  Comparison of(Expression a, Expression b) {
    if (a.equals(b)) {
      return Comparison.equal("the same expression");
    }
    if (a instanceof Expression.Symbol one && b instanceof Expression.Symbol other) {
      return Comparison.different("%s is not %s", one.name(), other.name());
    }
    if (a.infinity() != 0 || b.infinity() != 0) {
      return ofInfinities(a, b);
    }
    if (a.variables().isEmpty() && b.variables().isEmpty()) {
      return isRounded(a, b) || isRounded(b, a)
          ? Comparison.equal("one is the other, rounded")
          : new ClosedComparison(Map.of(), limit).of(a, b);
    }
    return atPoints(a, b);
  }

  private enum Sign {
    POSITIVE,
    ANY
  }

  private Comparison atPoints(Expression a, Expression b) {
    Comparison positive = atPoints(a, b, Sign.POSITIVE);
    if (!positive.isEqual() || a.isOfWholeNumbers() || b.isOfWholeNumbers()) {
      return positive;
    }
    Comparison any = atPoints(a, b, Sign.ANY);
    return any.isEqual()
        ? any
        : Comparison.undecided("the same for positive letters, not shown for all");
  }

  private Comparison atPoints(Expression a, Expression b, Sign sign) {
    RandomPoints points = RandomPoints.of(a, b, seed);
    int compared = 0;
    for (int i = 0; i < POINTS; i++) {
      Map<String, BigFraction> point = sign == Sign.POSITIVE ? points.positive() : points.any();
      Comparison same = new ClosedComparison(point, limit).of(a, b);
      if (same.isDifferent()) {
        return Comparison.different("at %s %s", shown(point), same.reason());
      }
      compared += same.isEqual() ? 1 : 0;
    }
    return compared >= NEEDED
        ? Comparison.equal("the same at %d random points", compared)
        : Comparison.undecided("no values to compare at random points");
  }

  private static String shown(Map<String, BigFraction> point) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(point)
        .forEach(
            (name, value) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(" = ")
                    .append(Comparison.shown(value)));
    return text.toString();
  }

  /** Infinity is one of two values here; what has no value at all is not compared. */
  private static Comparison ofInfinities(Expression a, Expression b) {
    if (!a.variables().isEmpty() || !b.variables().isEmpty()) {
      return Comparison.undecided("infinity against letters");
    }
    return a.infinity() == b.infinity()
        ? Comparison.equal("both are infinite")
        : Comparison.different("only one is infinite, or the signs differ");
  }

  private boolean isRounded(Expression decimal, Expression exact) {
    if (decimal instanceof Expression.Apply minus && minus.operator() == Operator.NEGATE) {
      return isRounded(minus.operands().get(0), Expression.apply(Operator.NEGATE, exact));
    }
    if (!(decimal instanceof Expression.Literal literal)
        || literal.decimals() == 0
        || digits(literal) < SIGNIFICANT_DIGITS
        || ExactValue.of(exact).map(ExactValue::isFiniteDecimal).orElse(false)) {
      return false;
    }
    try {
      ComplexBall value =
          new ClosedValue(Map.of(), ROUNDING_DIGITS + literal.decimals(), limit).of(exact);
      BigDecimal shown =
          new BigDecimal(literal.value().getNumerator())
              .divide(new BigDecimal(literal.value().getDenominator()));
      BigDecimal half = new BigDecimal("0.5").scaleByPowerOfTen(-literal.decimals());
      BigDecimal off = value.re().middle().subtract(shown).abs().add(value.re().radius());
      return value.isReal() && off.compareTo(half) <= 0;
    } catch (NoValue | ArithmeticException e) {
      return false;
    }
  }

  /** The digits shown from the first that is not 0 on. */
  private static int digits(Expression.Literal literal) {
    BigFraction shifted =
        literal.value().abs().multiply(BigFraction.of(10).pow(literal.decimals()));
    return shifted.getNumerator().toString().length();
  }
}
