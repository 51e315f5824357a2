package org.prmlab.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What answers are built with. */
enum Operator {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER,
  /** The root of the first operand, its degree the second. */
  ROOT,
  /** The logarithm of the first operand to the base of the second. */
  LOGARITHM,
  BINOMIAL,
  NEGATE,
  SQRT,
  ABS,
  FACTORIAL,
  FLOOR,
  CEIL,
  SIN,
  COS,
  TAN,
  COT,
  SEC,
  CSC,
  ARCSIN,
  ARCCOS,
  ARCTAN,
  SINH,
  COSH,
  TANH,
  EXP,
  LN,
  /** Without a base, to base 10. */
  LOG;

  private static final List<Operator> NAMED =
      List.of(SIN, COS, TAN, COT, SEC, CSC, ARCSIN, ARCCOS, ARCTAN, SINH, COSH, TANH, EXP, LN, LOG);

  /** The function that answers write by this name, e.g. {@code arcsin}. */
  static Optional<Operator> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return NAMED.stream().filter(o -> o.name().equals(upper)).findFirst();
  }

  /** What undoes it, as {@code \sin^{-1}} is written; empty for what is not written so. */
  Optional<Operator> inverse() {
    return switch (this) {
      case SIN -> Optional.of(ARCSIN);
      case COS -> Optional.of(ARCCOS);
      case TAN -> Optional.of(ARCTAN);
      default -> Optional.empty();
    };
  }

  /** Whether it is meant for whole numbers: letters inside it stand for such. */
  boolean isOfWholeNumbers() {
    return this == FACTORIAL || this == BINOMIAL || this == FLOOR || this == CEIL;
  }
}
