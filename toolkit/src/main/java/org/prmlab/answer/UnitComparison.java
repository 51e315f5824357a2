package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Scalar;

/**
 * Compares values that have units: a unit on one side only is ignored, a percentage equals its
 * number and its hundredth, and what only another unit or the radian could make equal is undecided.
 */
final class UnitComparison {
  /** What follows a unit without changing it: {@code dollar} and {@code dollarperday}. */
  private static final Pattern DETAIL =
      Pattern.compile("(?:per|each|left|in|of|for|total|more|altogether)\\p{L}*");

  private static final List<String> HALVES_OF_THE_DAY = List.of("am", "pm");

  private final StructureComparison values;

  UnitComparison(StructureComparison values) {
    this.values = values;
  }

  Comparison of(AnswerInUnit a, AnswerInUnit b) {
    Comparison same = values.of(a.value(), b.value());
    if (a.unit().equals(b.unit())) {
      return same;
    }
    if (a.unit().equals("%") && b.unit().isEmpty()) {
      return same.or(values.of(hundredth(a.value()), b.value()));
    }
    if (b.unit().equals("%") && a.unit().isEmpty()) {
      return same.or(values.of(a.value(), hundredth(b.value())));
    }
    if (isScale(a.unit()) != isScale(b.unit())) {
      return Comparison.undecided("a number in words: %s%s", a.unit(), b.unit());
    }
    if (a.unit().isEmpty() || b.unit().isEmpty()) {
      return same.isDifferent() ? otherwise(a, b, same) : same;
    }
    if (HALVES_OF_THE_DAY.contains(a.unit()) && HALVES_OF_THE_DAY.contains(b.unit())) {
      return Comparison.different("one is before noon");
    }
    return isDetailOf(a.unit(), b.unit()) || isDetailOf(b.unit(), a.unit())
        ? same
        : Comparison.undecided("different units: %s and %s", a.unit(), b.unit());
  }

  private static boolean isDetailOf(String longer, String shorter) {
    return longer.startsWith(shorter)
        && DETAIL.matcher(longer.substring(shorter.length())).matches();
  }

  /** What is left of a number in words that was not understood. */
  private static boolean isScale(String unit) {
    return WrittenNumbers.SCALES.keySet().stream().anyMatch(unit::startsWith);
  }

  /** What a unit on one side says beyond the number: hours after noon, degrees. */
  private Comparison otherwise(AnswerInUnit a, AnswerInUnit b, Comparison same) {
    boolean afternoon =
        (a.unit().equals("pm") && values.of(afternoon(a.value()), b.value()).isEqual())
            || (b.unit().equals("pm") && values.of(a.value(), afternoon(b.value())).isEqual());
    return afternoon ? Comparison.equal("the same time of day") : inRadians(a, b, same);
  }

  private static ParsedAnswer afternoon(ParsedAnswer time) {
    if (!(time instanceof Group group) || group.kind() != Kind.RATIO || group.items().isEmpty()) {
      return time;
    }
    List<ParsedAnswer> items = new ArrayList<>(group.items());
    if (items.get(0) instanceof Scalar hours) {
      Expression noon = new Expression.Literal(BigFraction.of(12), 0);
      items.set(0, new Scalar(Expression.apply(Operator.ADD, hours.value(), noon)));
    }
    return new Group(Kind.RATIO, items);
  }

  private Comparison inRadians(AnswerInUnit a, AnswerInUnit b, Comparison otherwise) {
    Comparison radians = otherwise;
    if (a.unit().equals("degree")) {
      radians = values.of(radians(a.value()), b.value());
    } else if (b.unit().equals("degree")) {
      radians = values.of(a.value(), radians(b.value()));
    }
    return radians.isEqual() ? Comparison.undecided("degrees and radians") : otherwise;
  }

  private static ParsedAnswer radians(ParsedAnswer value) {
    return value instanceof Scalar scalar
        ? times(
            new Scalar(
                Expression.apply(Operator.MULTIPLY, scalar.value(), new Expression.Symbol("pi"))),
            BigFraction.of(1, 180))
        : value;
  }

  /** A hundredth; of a decimal with as many digits more. */
  private static ParsedAnswer hundredth(ParsedAnswer value) {
    BigFraction factor = BigFraction.of(1, 100);
    return value instanceof Scalar scalar
            && scalar.value() instanceof Expression.Literal literal
            && literal.decimals() > 0
        ? new Scalar(
            new Expression.Literal(literal.value().multiply(factor), literal.decimals() + 2))
        : times(value, factor);
  }

  private static ParsedAnswer times(ParsedAnswer value, BigFraction factor) {
    return value instanceof Scalar scalar
        ? new Scalar(
            Expression.apply(Operator.MULTIPLY, scalar.value(), new Expression.Literal(factor, 0)))
        : value;
  }
}
