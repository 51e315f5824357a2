package org.prmlab.answer;

import java.util.List;
import org.prmlab.answer.ParsedAnswer.Equation;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Scalar;

/**
 * Reads equations and inequalities. {@code x = 5} is the answer 5, {@code x > 3} the interval from
 * 3, and {@code 2x + y = 5} an equation.
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
    if (signs.stream().allMatch(s -> s.is("="))) {
      return equation(sides);
    }
    return sides.size() == 2 ? oneSided(sides, signs.get(0)) : twoSided(sides, signs);
  }

  private static ParsedAnswer equation(List<List<Token>> sides) {
    List<Token> last = sides.get(sides.size() - 1);
    if (sides.size() > 2 || isName(sides.get(0))) {
      return AnswerParser.parse(last);
    }
    return new Equation(
        Expression.apply(
            Operator.SUBTRACT, ExpressionParser.parse(sides.get(0)), ExpressionParser.parse(last)));
  }

  private static ParsedAnswer oneSided(List<List<Token>> sides, Token sign) {
    boolean letterFirst = isLetter(sides.get(0));
    if (letterFirst == isLetter(sides.get(1))) {
      throw new Unreadable("an inequality of more than one letter and one value");
    }
    ParsedAnswer bound = AnswerParser.parse(sides.get(letterFirst ? 1 : 0));
    boolean below = isLess(sign) == letterFirst; // x < 3 or 3 > x
    boolean closed = isClosed(sign);
    if (below) {
      return new Group(closed ? Kind.LEFT_OPEN : Kind.ROUND, List.of(MINUS_INFINITY, bound));
    }
    return new Group(closed ? Kind.RIGHT_OPEN : Kind.ROUND, List.of(bound, INFINITY));
  }

  private static ParsedAnswer twoSided(List<List<Token>> sides, List<Token> signs) {
    boolean rising = signs.stream().allMatch(RelationParser::isLess);
    boolean falling = signs.stream().noneMatch(s -> isLess(s) || s.is("=") || s.is("\\neq"));
    if (sides.size() != 3 || !isLetter(sides.get(1)) || rising == falling) {
      throw new Unreadable("a chain of relations");
    }
    ParsedAnswer low = AnswerParser.parse(sides.get(rising ? 0 : 2));
    ParsedAnswer high = AnswerParser.parse(sides.get(rising ? 2 : 0));
    boolean lowClosed = isClosed(signs.get(rising ? 0 : 1));
    boolean highClosed = isClosed(signs.get(rising ? 1 : 0));
    Kind kind =
        lowClosed
            ? highClosed ? Kind.SQUARE : Kind.RIGHT_OPEN
            : highClosed ? Kind.LEFT_OPEN : Kind.ROUND;
    return new Group(kind, List.of(low, high));
  }

  private static boolean isSign(Token token) {
    return token.is("=") || token.is("\\neq") || token.is("\\ne") || isLess(token) || isMore(token);
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

  private static boolean isLetter(List<Token> tokens) {
    return tokens.size() == 1 && tokens.get(0).is(Token.Kind.LETTER);
  }

  /** A letter, perhaps with an index, or a function of letters: {@code x}, {@code x_1}, f(x). */
  private static boolean isName(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.get(0).is(Token.Kind.LETTER)) {
      return false;
    }
    List<Token> rest = tokens.subList(1, tokens.size());
    boolean index = !rest.isEmpty() && rest.get(0).is("_") && rest.size() <= 4;
    boolean arguments = TokenLists.isEnclosed(rest) && rest.get(0).is("(");
    return rest.isEmpty() || index || arguments;
  }
}
