package org.prmlab.answer;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.complex.Complex;

/** The value of an expression where its letters have values. */
final class NumericValue {
  private static final Map<String, Complex> CONSTANTS =
      Map.of(
          "pi", Complex.ofCartesian(Math.PI, 0),
          "e", Complex.ofCartesian(Math.E, 0),
          "i", Complex.I,
          "infty", Complex.ofCartesian(Double.POSITIVE_INFINITY, 0));

  private final Map<String, Complex> letters;
  private final WorkLimit limit;

  NumericValue(Map<String, Complex> letters, WorkLimit limit) {
    this.letters = letters;
    this.limit = limit;
  }

  /** The value of a name that always means the same. */
  static Optional<Complex> constant(String name) {
    return Optional.ofNullable(CONSTANTS.get(name));
  }

  Complex of(Expression expression) {
    limit.check();
    if (expression instanceof Expression.Literal literal) {
      return Complex.ofCartesian(literal.value().doubleValue(), 0);
    }
    if (expression instanceof Expression.Symbol symbol) {
      return constant(symbol.name())
          .orElseGet(() -> letters.getOrDefault(symbol.name(), Operator.UNDEFINED));
    }
    Expression.Apply apply = (Expression.Apply) expression;
    Complex first = of(apply.operands().get(0));
    Complex second = apply.operands().size() > 1 ? of(apply.operands().get(1)) : Complex.ZERO;
    return apply.operator().of(first, second);
  }
}
