package org.prmlab.answer;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.prmlab.answer.Token.Kind;

/** Reads one expression, in LaTeX or as typed: sums, products with or without a sign, powers. */
final class ExpressionParser {
  private static final int DEEPEST = 100;

  private final TokenCursor cursor;
  private int depth;
  private int bars;

  private ExpressionParser(List<Token> tokens) {
    this.cursor = new TokenCursor(tokens);
  }

  /**
   * @throws Unreadable if the tokens are no expression
   */
  static Expression parse(List<Token> tokens) {
    ExpressionParser parser = new ExpressionParser(tokens);
    Expression expression = parser.sum();
    if (!parser.cursor.isAtEnd()) {
      throw new Unreadable("'" + parser.cursor.peek().text() + "' where the answer should end");
    }
    return expression;
  }

  private Expression sum() {
    if (++depth > DEEPEST) {
      throw new Unreadable("nested too deeply");
    }
    Expression left = product();
    while (cursor.peek().is("+") || cursor.peek().is("-")) {
      Operator operator = cursor.next().is("+") ? Operator.ADD : Operator.SUBTRACT;
      left = Expression.apply(operator, left, product());
    }
    depth--;
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (true) {
      if (cursor.accept("*")) {
        left = Expression.apply(Operator.MULTIPLY, left, signed());
      } else if (cursor.accept("/")) {
        left = Expression.apply(Operator.DIVIDE, left, signed());
      } else if (startsFactor()) {
        left = Expression.apply(Operator.MULTIPLY, left, power());
      } else {
        return left;
      }
    }
  }

  private Expression signed() {
    int negations = 0;
    while (cursor.peek().is("-") || cursor.peek().is("+")) {
      negations += cursor.next().is("-") ? 1 : 0;
    }
    Expression value = power();
    return negations % 2 == 0 ? value : Expression.apply(Operator.NEGATE, value);
  }

  private Expression power() {
    Expression base = postfix(primary());
    if (!cursor.accept("^")) {
      return base;
    }
    return Expression.apply(Operator.POWER, base, cursor.peek().is("-") ? signed() : power());
  }

  private Expression postfix(Expression value) {
    Expression result = value;
    while (true) {
      if (cursor.accept("!")) {
        result = Expression.apply(Operator.FACTORIAL, result);
      } else if (cursor.accept("%")) {
        result = Expression.apply(Operator.DIVIDE, result, Expression.whole(100));
      } else if (cursor.accept("\\degree")) {
        Expression radians =
            Expression.apply(Operator.DIVIDE, new Expression.Symbol("pi"), Expression.whole(180));
        result = Expression.apply(Operator.MULTIPLY, result, radians);
      } else {
        return result;
      }
    }
  }

  private Expression primary() {
    Token token = cursor.next();
    return switch (token.kind()) {
      case NUMBER -> mixed(token.text());
      case LETTER -> letter(token.text());
      case COMMAND -> command(token.text());
      case SIGN -> bracketed(token);
      case WORD -> throw new Unreadable("the word '" + token.text() + "' in a formula");
    };
  }

  private Expression letter(String name) {
    if (!cursor.accept("_")) {
      return new Expression.Symbol(name);
    }
    StringBuilder index = new StringBuilder();
    if (cursor.accept("{")) {
      while (!cursor.peek().is("}")) {
        index.append(cursor.next().text());
      }
      cursor.expect("}");
    } else {
      index.append(cursor.next().text());
    }
    return new Expression.Symbol(name + "_" + index);
  }

  private Expression bracketed(Token open) {
    if (open.is("|")) {
      bars++;
      Expression inside = sum();
      cursor.expect("|");
      bars--;
      return Expression.apply(Operator.ABS, inside);
    }
    int outer = bars;
    bars = 0;
    Expression inside = sum();
    bars = outer;
    switch (open.text()) {
      case "(" -> cursor.expect(")");
      case "[" -> cursor.expect("]");
      case "{" -> cursor.expect("}");
      default -> throw new Unreadable("'" + open.text() + "' where a value should begin");
    }
    return inside;
  }

  private Expression command(String name) {
    return switch (name) {
      case "frac" -> Expression.apply(Operator.DIVIDE, argument(), argument());
      case "binom", "dbinom", "tbinom" ->
          Expression.apply(Operator.BINOMIAL, argument(), argument());
      case "sqrt" -> root();
      case "lfloor" -> until("\\rfloor", Operator.FLOOR);
      case "lceil" -> until("\\rceil", Operator.CEIL);
      case "lvert", "vert" -> until(name.equals("vert") ? "\\vert" : "\\rvert", Operator.ABS);
      default -> function(name);
    };
  }

  private Expression root() {
    if (!cursor.accept("[")) {
      return Expression.apply(Operator.SQRT, argument());
    }
    Expression degree = sum();
    cursor.expect("]");
    return Expression.apply(Operator.ROOT, argument(), degree);
  }

  private Expression until(String close, Operator operator) {
    Expression inside = sum();
    cursor.expect(close);
    return Expression.apply(operator, inside);
  }

  private Expression function(String name) {
    Operator operator =
        Operator.named(name.equals("lg") ? "log" : name)
            .orElseThrow(() -> new Unreadable("\\" + name + " is not known"));
    Optional<Expression> base = Optional.empty();
    Optional<Expression> exponent = Optional.empty();
    if (operator == Operator.LOG && cursor.accept("_")) {
      base = Optional.of(argument());
    }
    if (cursor.accept("^")) {
      exponent = Optional.of(argument());
    }
    if (operator.inverse().isPresent()
        && exponent.filter(ExpressionParser::isMinusOne).isPresent()) {
      operator = operator.inverse().get(); // \sin^{-1}
      exponent = Optional.empty();
    }
    Operator applied = operator;
    Expression inside = cursor.peek().opens() ? postfix(primary()) : run();
    Expression value =
        base.map(b -> Expression.apply(Operator.LOGARITHM, inside, b))
            .orElseGet(() -> Expression.apply(applied, inside));
    return exponent.map(e -> Expression.apply(Operator.POWER, value, e)).orElse(value);
  }

  private static boolean isMinusOne(Expression exponent) {
    return ExactValue.of(exponent).filter(BigFraction.ONE.negate()::equals).isPresent();
  }

  /** What a function without brackets applies to: {@code \sin 2x} is the sine of 2x. */
  private Expression run() {
    Expression inside = power();
    while (startsFactor() && !isFunction(cursor.peek())) {
      inside = Expression.apply(Operator.MULTIPLY, inside, power());
    }
    return inside;
  }

  /** A braced group, or the one digit or letter that TeX takes in its place. */
  private Expression argument() {
    return cursor.peek().is(Kind.NUMBER) ? NumberLiteral.of(cursor.nextDigit()) : primary();
  }

  /** {@code 1\frac{1}{2}} and {@code 1 1/2} are one and a half. */
  private Expression mixed(String digits) {
    Expression whole = NumberLiteral.of(digits);
    if (digits.contains(".")) {
      return whole;
    }
    if (cursor.isAtFractionOfNumbers()) {
      return Expression.apply(Operator.ADD, whole, primary());
    }
    if (cursor.isAtTypedFraction()) {
      Expression numerator = NumberLiteral.of(cursor.next().text());
      cursor.expect("/");
      Expression denominator = NumberLiteral.of(cursor.next().text());
      Expression part = Expression.apply(Operator.DIVIDE, numerator, denominator);
      return Expression.apply(Operator.ADD, whole, part);
    }
    return whole;
  }

  private boolean startsFactor() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case LETTER -> true;
      case NUMBER, WORD -> false;
      case COMMAND -> token.is("\\frac") || token.is("\\sqrt") || startsCommand(token);
      case SIGN -> token.is("(") || token.is("{") || (token.is("|") && bars == 0);
    };
  }

  private static boolean startsCommand(Token token) {
    return isFunction(token)
        || switch (token.text()) {
          case "binom", "lfloor", "lceil", "lvert" -> true;
          default -> false;
        };
  }

  private static boolean isFunction(Token token) {
    return token.is(Kind.COMMAND) && Operator.named(token.text()).isPresent();
  }
}
