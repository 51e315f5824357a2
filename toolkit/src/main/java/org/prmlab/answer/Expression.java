package org.prmlab.answer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** A number, a letter, or an operation on expressions. */
sealed interface Expression {
  /** Names that always mean the same. */
  Set<String> CONSTANTS = Set.of("pi", "e", "i", "infty");

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

  /** The number where it is infinity or minus infinity: 1 or -1; 0 if it is neither. */
  default int infinity() {
    if (this instanceof Symbol symbol) {
      return symbol.name().equals("infty") ? 1 : 0;
    }
    return this instanceof Apply apply && apply.operator() == Operator.NEGATE
        ? -apply.operands().get(0).infinity()
        : 0;
  }

  /** Whether letters stand inside an operation that is meant for whole numbers. */
  default boolean isOfWholeNumbers() {
    return this instanceof Apply apply
        && ((apply.operator().isOfWholeNumbers() && !variables().isEmpty())
            || apply.operands().stream().anyMatch(Expression::isOfWholeNumbers));
  }

  /** The letters in it that are no constants, sorted. */
  default Set<String> variables() {
    Set<String> names = new TreeSet<>();
    collect(this, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Symbol symbol && !CONSTANTS.contains(symbol.name())) {
      names.add(symbol.name());
    } else if (expression instanceof Apply apply) {
      apply.operands().forEach(operand -> collect(operand, names));
    }
  }
}
