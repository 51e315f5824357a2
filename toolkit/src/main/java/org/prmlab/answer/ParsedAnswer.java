package org.prmlab.answer;

import java.util.List;

/** What an answer is, once read. */
sealed interface ParsedAnswer {
  /** The whole line of real numbers. */
  ParsedAnswer REALS =
      new Group(
          Kind.ROUND,
          List.of(
              new Scalar(Expression.apply(Operator.NEGATE, new Expression.Symbol("infty"))),
              new Scalar(new Expression.Symbol("infty"))));

  /** The empty set, which "no solution" is too. */
  ParsedAnswer NOTHING = new Group(Kind.SET, List.of());

  /** A value. */
  record Scalar(Expression value) implements ParsedAnswer {}

  /** Several answers that are one: a pair, a set, a matrix, an interval. */
  record Group(Kind kind, List<ParsedAnswer> items) implements ParsedAnswer {
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * {@code x = 5}: a value and what it is the value of.
   *
   * @param name as written, without spaces, e.g. {@code x}, {@code x_1} or {@code f(x)}
   */
  record Named(String name, ParsedAnswer value) implements ParsedAnswer {}

  /** An equation that no name alone is the left side of: {@code zero} is left minus right. */
  record Equation(Expression zero) implements ParsedAnswer {}

  /** Prose, in lower case without punctuation. */
  record Words(String text) implements ParsedAnswer {}

  /** How the parts of a group are held together. */
  enum Kind {
    /** {@code 1, 2} or "1 or 2": any order. */
    LIST,
    /** {@code \{1, 2\}}: any order, each once. */
    SET,
    /** {@code A \cup B}: any order. */
    UNION,
    /** {@code (a, b)}: a tuple or an open interval, which are compared alike; also a vector. */
    ROUND,
    /** {@code [a, b]}. */
    SQUARE,
    /** {@code (a, b]}. */
    LEFT_OPEN,
    /** {@code [a, b)}. */
    RIGHT_OPEN,
    /** {@code a : b}, a ratio or a time of day. */
    RATIO,
    /** A list of rows. */
    MATRIX,
    /** One row of a matrix. */
    ROW;

    boolean isUnordered() {
      return this == LIST || this == SET || this == UNION;
    }
  }
}
