package org.prmlab.wordproblems;

import java.util.OptionalInt;

/** The four operations on whole numbers. */
enum Arithmetic {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  OVER("/");

  private final String sign;

  Arithmetic(String sign) {
    this.sign = sign;
  }

  /** The result; empty if it is negative, no whole number, or beyond ten thousand. */
  public OptionalInt of(int a, int b) {
    int result =
        switch (this) {
          case PLUS -> a + b;
          case MINUS -> a - b;
          case TIMES -> a * b;
          case OVER -> b > 0 && a % b == 0 ? a / b : -1;
        };
    return result >= 0 && result <= 10_000 ? OptionalInt.of(result) : OptionalInt.empty();
  }

  /** What someone in a hurry mistakes it for. */
  public Arithmetic mistaken() {
    return switch (this) {
      case PLUS -> MINUS;
      case MINUS -> PLUS;
      case TIMES -> PLUS;
      case OVER -> MINUS;
    };
  }

  @Override
  public String toString() {
    return sign;
  }
}
