package org.prmlab.tabletop.program;

import java.util.function.IntBinaryOperator;

/**
 * What a step of a {@link Program} does to the running value a and its operand b, modulo how many
 * numbers there are.
 */
public enum ProgramOperation {
  PLUS(0, "+", (a, b) -> a + b),
  MINUS(1, "-", (a, b) -> a - b),
  TIMES(2, "*", (a, b) -> a * b),
  /** Forgets the smaller number: a wrong value before it may do no harm. */
  MAX(3, "max", Math::max),
  MIN(4, "min", Math::min),
  /** Whole-number division; by 0 as by 1. */
  DIVIDE(5, "/", (a, b) -> a / Math.max(b, 1)),
  REMAINDER(6, "%", (a, b) -> a % Math.max(b, 1)),
  SQUARE_PLUS(7, "sq", (a, b) -> a * a + b);

  private final int code;
  private final String word;
  private final IntBinaryOperator function;

  ProgramOperation(int code, String word, IntBinaryOperator function) {
    this.code = code;
    this.word = word;
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

  /** Whether its operand is small and positive, so that it does something. */
  boolean divides() {
    return this == DIVIDE || this == REMAINDER;
  }

  /** The result, from 0 to below {@link Program#NUMBERS}. */
  int apply(int a, int b) {
    return Math.floorMod(function.applyAsInt(a, b), Program.NUMBERS);
  }
}
