package org.prmlab.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
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
      return same.or(values.of(times(a.value(), BigFraction.of(1, 100)), b.value()));
    }
    if (b.unit().equals("%") && a.unit().isEmpty()) {
      return same.or(values.of(a.value(), times(b.value(), BigFraction.of(1, 100))));
    }
    if (a.unit().isEmpty() || b.unit().isEmpty()) {
      return same.isDifferent() ? inRadians(a, b, same) : same;
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

  private static ParsedAnswer times(ParsedAnswer value, BigFraction factor) {
    return value instanceof Scalar scalar
        ? new Scalar(
            Expression.apply(Operator.MULTIPLY, scalar.value(), new Expression.Literal(factor, 0)))
        : value;
  }
}
