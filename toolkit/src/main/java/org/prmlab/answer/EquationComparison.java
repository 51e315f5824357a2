package org.prmlab.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether two equations, each "this is 0", have the same solutions: one is a multiple of the other,
 * or the solutions of each, found by solving for a letter that stands in it squared at most, solve
 * the other.
 */
final class EquationComparison {
  private static final int POINTS = 6;
  private static final int NEEDED = 3;
  private static final Expression ZERO = Expression.whole(0);

  private final WorkLimit limit;
  private final long seed;

  EquationComparison(WorkLimit limit, long seed) {
    this.limit = limit;
    this.seed = seed;
  }

  Comparison of(Expression a, Expression b) {
    if (!a.variables().equals(b.variables())) {
      return Comparison.undecided("equations in %s and in %s", a.variables(), b.variables());
    }
    if (isMultiple(a, b)) {
      return Comparison.equal("one equation is a multiple of the other");
    }
    Comparison there = solves(a, b);
    return there.isDifferent() ? there : there.and(solves(b, a));
  }

  private boolean isMultiple(Expression a, Expression b) {
    RandomPoints points = RandomPoints.of(a, b, seed);
    Map<String, BigFraction> first = points.any();
    int compared = 0;
    for (int i = 1; i < POINTS; i++) {
      Map<String, BigFraction> point = points.any();
      Comparison same =
          compare(product(at(a, first), at(b, point)), product(at(b, first), at(a, point)));
      if (same.isDifferent()) {
        return false;
      }
      boolean isZero = !compare(at(a, point), ZERO).isDifferent();
      compared += same.isEqual() && !isZero ? 1 : 0;
    }
    return compared >= NEEDED;
  }

  /** Whether solutions of the first solve the second. */
  private Comparison solves(Expression first, Expression second) {
    int solved = 0;
    for (String letter : first.variables()) {
      RandomPoints points = RandomPoints.of(first, second, seed);
      for (int i = 0; i < POINTS; i++) {
        Map<String, BigFraction> point = points.any();
        Optional<Expression> root = root(first, letter, point);
        if (root.isEmpty()) {
          continue;
        }
        Comparison zero =
            compare(with(at(second, without(point, letter)), letter, root.get()), ZERO);
        if (zero.isDifferent()) {
          return Comparison.different("a solution of one equation does not solve the other");
        }
        solved += zero.isEqual() ? 1 : 0;
      }
    }
    return solved >= NEEDED
        ? Comparison.equal("the solutions of each equation solve the other")
        : Comparison.undecided("equations that could not be solved for a letter");
  }

  /** A real solution for one letter, the others standing for fractions. */
  private Optional<Expression> root(
      Expression equation, String letter, Map<String, BigFraction> point) {
    Optional<BigFraction> at0 = value(equation, letter, point, 0);
    Optional<BigFraction> at1 = value(equation, letter, point, 1);
    Optional<BigFraction> at2 = value(equation, letter, point, 2);
    Optional<BigFraction> at3 = value(equation, letter, point, 3);
    if (at0.isEmpty() || at1.isEmpty() || at2.isEmpty() || at3.isEmpty()) {
      return Optional.empty();
    }
    BigFraction c = at0.get();
    BigFraction a = at2.get().subtract(at1.get().multiply(2)).add(c).divide(2);
    BigFraction b = at1.get().subtract(a).subtract(c);
    if (!a.multiply(9).add(b.multiply(3)).add(c).equals(at3.get())) {
      return Optional.empty();
    }
    if (a.signum() == 0) {
      return b.signum() == 0 ? Optional.empty() : Optional.of(literal(c.divide(b).negate()));
    }
    BigFraction square = b.multiply(b).subtract(a.multiply(c).multiply(4));
    if (square.signum() < 0) {
      return Optional.empty();
    }
    Expression above =
        Expression.apply(
            Operator.SUBTRACT, Expression.apply(Operator.SQRT, literal(square)), literal(b));
    return Optional.of(Expression.apply(Operator.DIVIDE, above, literal(a.multiply(2))));
  }

  private static Optional<BigFraction> value(
      Expression equation, String letter, Map<String, BigFraction> point, int value) {
    Map<String, BigFraction> there = new HashMap<>(point);
    there.put(letter, BigFraction.of(value));
    return ExactValue.of(equation, there);
  }

  private static Map<String, BigFraction> without(Map<String, BigFraction> point, String letter) {
    Map<String, BigFraction> others = new HashMap<>(point);
    others.remove(letter);
    return others;
  }

  private Comparison compare(Expression a, Expression b) {
    return new ClosedComparison(Map.of(), limit).of(a, b);
  }

  private static Expression product(Expression a, Expression b) {
    return Expression.apply(Operator.MULTIPLY, a, b);
  }

  private static Expression literal(BigFraction value) {
    return new Expression.Literal(value, 0);
  }

  /** The expression with fractions in the place of its letters. */
  private static Expression at(Expression expression, Map<String, BigFraction> point) {
    Expression result = expression;
    for (var letter : point.entrySet()) {
      result = with(result, letter.getKey(), literal(letter.getValue()));
    }
    return result;
  }

  private static Expression with(Expression expression, String letter, Expression value) {
    if (expression instanceof Expression.Symbol symbol && symbol.name().equals(letter)) {
      return value;
    }
    return expression instanceof Expression.Apply apply
        ? new Expression.Apply(
            apply.operator(), apply.operands().stream().map(o -> with(o, letter, value)).toList())
        : expression;
  }
}
