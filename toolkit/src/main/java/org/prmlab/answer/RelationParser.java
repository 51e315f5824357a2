package org.prmlab.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.prmlab.answer.ParsedAnswer.Equation;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Named;
import org.prmlab.answer.ParsedAnswer.Scalar;

/**
 * Reads equations and inequalities. {@code x = 5} is the answer 5 with its name, {@code x > 3} the
 * interval from 3, {@code x \ne 3} all but 3, and {@code 2x + y = 5} an equation.
 */
final class RelationParser {
  private static final ParsedAnswer INFINITY = new Scalar(new Expression.Symbol("infty"));
  private static final ParsedAnswer MINUS_INFINITY =
      new Scalar(Expression.apply(Operator.NEGATE, new Expression.Symbol("infty")));

  private RelationParser() {}

  static boolean isRelation(List<Token> tokens) {
    return TokenLists.split(tokens, RelationParser::isSign).size() > 1;
  }

  static ParsedAnswer parse(List<Token> tokens) {
    List<List<Token>> sides = TokenLists.split(tokens, RelationParser::isSign);
    List<Token> signs = tokens.stream().filter(RelationParser::isSign).toList();
    if (signs.size() != sides.size() - 1) {
      throw new Unreadable("a relation inside brackets");
    }
    if (signs.stream().allMatch(RelationParser::isEqual)) {
      return equation(sides);
    }
    if (sides.size() == 2 && isUnequal(signs.get(0))) {
      return allBut(AnswerParser.parse(sides.get(isName(sides.get(0)) ? 1 : 0)));
    }
    return sides.size() == 2 ? oneSided(sides, signs.get(0)) : twoSided(sides, signs);
  }

  /** The real numbers without one, or without the items of a set of fractions. */
  static ParsedAnswer allBut(ParsedAnswer excluded) {
    List<ParsedAnswer> points =
        excluded instanceof Group group && group.kind().isUnordered()
            ? group.items()
            : List.of(excluded);
    List<ParsedAnswer> bounds = new ArrayList<>(points);
    if (points.size() > 1) {
      bounds.sort(Comparator.comparing(RelationParser::fraction));
    }
    List<ParsedAnswer> parts = new ArrayList<>();
    ParsedAnswer from = MINUS_INFINITY;
    for (ParsedAnswer bound : bounds) {
      parts.add(new Group(Kind.ROUND, List.of(from, bound)));
      from = bound;
    }
    parts.add(new Group(Kind.ROUND, List.of(from, INFINITY)));
    return new Group(Kind.UNION, parts);
  }

  private static BigFraction fraction(ParsedAnswer point) {
    if (point instanceof Scalar scalar) {
      return ExactValue.of(scalar.value())
          .orElseThrow(() -> new Unreadable("excluded points that are no fractions"));
    }
    throw new Unreadable("excluded points that are no numbers");
  }

  /** "x > 2 and x < 5" is one interval; other lists stay as they are. */
  static ParsedAnswer intersection(Group list) {
    if (list.items().size() != 2
        || !(list.items().get(0) instanceof Group one)
        || !(list.items().get(1) instanceof Group other)) {
      return list;
    }
    boolean rising = hasBound(one, 1, INFINITY) && hasBound(other, 0, MINUS_INFINITY);
    boolean falling = hasBound(other, 1, INFINITY) && hasBound(one, 0, MINUS_INFINITY);
    if (!rising && !falling) {
      return list;
    }
    Group from = rising ? one : other;
    Group to = rising ? other : one;
    if (!isBelow(from.items().get(0), to.items().get(1))) {
      return list;
    }
    return interval(
        from.items().get(0),
        from.kind() == Kind.RIGHT_OPEN,
        List.of(to.items().get(1)),
        to.kind() == Kind.LEFT_OPEN);
  }

  private static boolean isBelow(ParsedAnswer low, ParsedAnswer high) {
    return low instanceof Scalar one
        && high instanceof Scalar other
        && ExactValue.of(Expression.apply(Operator.SUBTRACT, other.value(), one.value()))
            .map(gap -> gap.signum() > 0)
            .orElse(true);
  }

  private static boolean hasBound(Group group, int end, ParsedAnswer infinity) {
    return group.items().size() == 2
        && !group.kind().isUnordered()
        && group.items().get(end).equals(infinity)
        && !group.items().get(1 - end).equals(end == 1 ? MINUS_INFINITY : INFINITY);
  }

  private static ParsedAnswer equation(List<List<Token>> sides) {
    List<Token> first = sides.get(0);
    List<Token> last = sides.get(sides.size() - 1);
    if (isName(first)) {
      String name = first.stream().map(Token::text).collect(Collectors.joining());
      return new Named(name, AnswerParser.parse(last));
    }
    if (sides.size() > 2 || TokenLists.isEnclosed(first)) {
      return AnswerParser.parse(last);
    }
    if (isName(last)) {
      return equation(List.of(last, first)); // 5 = x
    }
    Expression left = ExpressionParser.parse(first);
    Expression right = ExpressionParser.parse(last);
    return left.variables().isEmpty() && right.variables().isEmpty()
        ? new Scalar(right) // 24 - 5 = 19
        : new Equation(Expression.apply(Operator.SUBTRACT, left, right));
  }

  private static ParsedAnswer oneSided(List<List<Token>> sides, Token sign) {
    boolean letterFirst = isLetter(sides.get(0));
    if (letterFirst == isLetter(sides.get(1))) {
      throw new Unreadable("an inequality of more than one letter and one value");
    }
    List<Token> letter = sides.get(letterFirst ? 0 : 1);
    List<Token> value = sides.get(letterFirst ? 1 : 0);
    boolean negated = letter.size() == 2; // -x > -1
    ParsedAnswer bound = AnswerParser.parse(value);
    if (negated && bound instanceof Scalar scalar) {
      bound = new Scalar(Expression.apply(Operator.NEGATE, scalar.value()));
    }
    boolean below = (isLess(sign) == letterFirst) != negated; // x < 3 or 3 > x
    boolean closed = isClosed(sign);
    if (below) {
      return new Group(closed ? Kind.LEFT_OPEN : Kind.ROUND, List.of(MINUS_INFINITY, bound));
    }
    return new Group(closed ? Kind.RIGHT_OPEN : Kind.ROUND, List.of(bound, INFINITY));
  }

  private static ParsedAnswer twoSided(List<List<Token>> sides, List<Token> signs) {
    boolean rising = signs.stream().allMatch(RelationParser::isLess);
    boolean falling = signs.stream().allMatch(RelationParser::isMore);
    if (sides.size() != 3 || !isLetter(sides.get(1)) || rising == falling) {
      throw new Unreadable("a chain of relations");
    }
    ParsedAnswer low = AnswerParser.parse(sides.get(rising ? 0 : 2));
    List<ParsedAnswer> high = List.of(AnswerParser.parse(sides.get(rising ? 2 : 0)));
    return interval(
        low, isClosed(signs.get(rising ? 0 : 1)), high, isClosed(signs.get(rising ? 1 : 0)));
  }

  private static ParsedAnswer interval(
      ParsedAnswer low, boolean lowClosed, List<ParsedAnswer> high, boolean highClosed) {
    Kind kind =
        lowClosed
            ? highClosed ? Kind.SQUARE : Kind.RIGHT_OPEN
            : highClosed ? Kind.LEFT_OPEN : Kind.ROUND;
    return new Group(kind, List.of(low, high.get(0)));
  }

  private static boolean isSign(Token token) {
    return isEqual(token) || isUnequal(token) || isLess(token) || isMore(token);
  }

  private static boolean isEqual(Token token) {
    return token.is("=") || token.is("\\equiv");
  }

  private static boolean isUnequal(Token token) {
    return token.is("\\neq");
  }

  private static boolean isLess(Token token) {
    return token.is("<") || token.is("\\le");
  }

  private static boolean isMore(Token token) {
    return token.is(">") || token.is("\\ge");
  }

  private static boolean isClosed(Token token) {
    return token.is("\\le") || token.is("\\ge");
  }

  /** A letter, or its negative. */
  private static boolean isLetter(List<Token> tokens) {
    return !tokens.isEmpty()
        && tokens.get(tokens.size() - 1).is(Token.Kind.LETTER)
        && (tokens.size() == 1 || (tokens.size() == 2 && tokens.get(0).is("-")));
  }

  /**
   * A letter, perhaps with an index, a function of letters, or what figures are named by: {@code
   * x}, {@code x_1}, f(x), AB, {@code \angle ABC}.
   */
  static boolean isName(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    boolean figure =
        tokens.stream().allMatch(t -> t.is("\\angle") || t.is("\\triangle") || isCapital(t));
    if (figure || !tokens.get(0).is(Token.Kind.LETTER)) {
      return figure;
    }
    List<Token> rest = tokens.subList(1, tokens.size());
    boolean index = !rest.isEmpty() && rest.get(0).is("_") && rest.size() <= 4;
    boolean arguments = TokenLists.isEnclosed(rest) && rest.get(0).is("(");
    return rest.isEmpty() || index || arguments;
  }

  private static boolean isCapital(Token token) {
    return token.is(Token.Kind.LETTER) && Character.isUpperCase(token.text().codePointAt(0));
  }
}
