package org.prmlab.tabletop.program;

import java.util.function.IntBinaryOperator;

/**
 * What a step of a {@link Program} does to the running value a and its operand b, modulo how many
 * numbers there are.
 */
public enum ProgramOperation {
  PLUS(0, "+", Order.EITHER, (a, b) -> a + b),
  MINUS(1, "-", Order.FIXED, (a, b) -> a - b),
  TIMES(2, "*", Order.EITHER, (a, b) -> a * b),
  /** Forgets the smaller number: a wrong value before it may do no harm. */
  MAX(3, "max", Order.EITHER, Math::max),
  MIN(4, "min", Order.EITHER, Math::min),
  /** Whole-number division; by 0 as by 1. */
  DIVIDE(5, "/", Order.FIXED, (a, b) -> a / Math.max(b, 1)),
  REMAINDER(6, "%", Order.FIXED, (a, b) -> a % Math.max(b, 1)),
  SQUARE_PLUS(7, "sq", Order.FIXED, (a, b) -> a * a + b);

  /** Words for numbers; a round of worlds uses the first of them. */
  static final int NUMBERS = 16;

  /** Whether a line may name its two numbers in either order. */
  enum Order {
    FIXED,
    EITHER
  }

  private final int code;
  private final String word;
  private final Order order;
  private final IntBinaryOperator function;

  ProgramOperation(int code, String word, Order order, IntBinaryOperator function) {
    this.code = code;
    this.word = word;
    this.order = order;
    this.function = function;
  }

  /** Its place among the words for operations, from 0. */
  int code() {
    return code;
  }

  /** How it is written. */
  public String word() {
    return word;
  }

  Order order() {
    return order;
  }

  /** Whether its operand is small and positive, so that it does something. */
  boolean divides() {
    return this == DIVIDE || this == REMAINDER;
  }

  /** The result, from 0 to below {@code numbers}. */
  int apply(int a, int b, int numbers) {
    return Math.floorMod(function.applyAsInt(a, b), numbers);
  }
}
