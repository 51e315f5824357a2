package org.prmlab.answer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** A number, a letter, or an operation on expressions. */
sealed interface Expression {

  /**
   * A number as written.
   *
   * @param value its exact value
   * @param decimals digits behind the decimal point; 0 for a whole number
   */
  record Literal(BigFraction value, int decimals) implements Expression {}

  /** A letter, e.g. {@code x} or {@code x_1}, or a constant such as {@code pi}. */
  record Symbol(String name) implements Expression {}

  /** An operation on as many expressions as it takes. */
  record Apply(Operator operator, List<Expression> operands) implements Expression {
    public Apply {
      operands = List.copyOf(operands);
    }
  }

  static Expression apply(Operator operator, Expression... operands) {
    return new Apply(operator, List.of(operands));
  }

  static Expression whole(long value) {
    return new Literal(BigFraction.of(value), 0);
  }

  /** The letters in it that are no constants, sorted. */
  default Set<String> variables() {
    Set<String> names = new TreeSet<>();
    collect(this, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Symbol symbol && NumericValue.constant(symbol.name()).isEmpty()) {
      names.add(symbol.name());
    } else if (expression instanceof Apply apply) {
      apply.operands().forEach(operand -> collect(operand, names));
    }
  }
}
