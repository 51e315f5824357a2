package org.prmlab.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The value of an expression, its letters standing for fractions, to so many digits. It keeps how
 * large and how small the numbers on the way were.
 */
final class ClosedValue {
  private static final ComplexBall TEN = ComplexBall.exact(BigDecimal.TEN);

  private final Map<String, BigFraction> letters;
  private final WorkLimit limit;
  private final MathContext mc;
  private final ComplexFunctions functions;
  private int spread;
  private int nodes;

  /**
   * @param letters what each letter that is no constant stands for
   * @param digits significant digits to compute with
   */
  ClosedValue(Map<String, BigFraction> letters, int digits, WorkLimit limit) {
    this.letters = letters;
    this.limit = limit;
    this.mc = new MathContext(digits);
    this.functions = new ComplexFunctions(digits);
  }

  /** The largest decimal exponent met so far, of large numbers or of small ones. */
  int spread() {
    return spread;
  }

  /** How many operations were carried out. */
  int nodes() {
    return nodes;
  }

  /**
   * @throws NoValue if it has no value, or none that these digits can show
   */
  ComplexBall of(Expression expression) {
    limit.check(mc.getPrecision());
    nodes++;
    ComplexBall value = compute(expression);
    spread = Math.max(spread, Math.abs(value.exponent()));
    return value;
  }

  private ComplexBall compute(Expression expression) {
    Optional<BigFraction> exact = ExactValue.of(expression, letters);
    if (exact.isPresent()) {
      return of(exact.get());
    }
    if (expression instanceof Expression.Apply apply) {
      return apply(apply);
    }
    if (expression instanceof Expression.Symbol symbol) {
      return switch (symbol.name()) {
        case "pi" -> functions.pi();
        case "e" -> functions.exp(ComplexBall.ONE);
        case "i" -> ComplexBall.I;
        default -> throw new NoValue(symbol.name() + " has no value");
      };
    }
    throw new NoValue("no value");
  }

  private ComplexBall of(BigFraction value) {
    BigDecimal above = new BigDecimal(value.getNumerator());
    BigInteger below = value.getDenominator();
    ComplexBall numerator = ComplexBall.exact(above);
    return below.equals(BigInteger.ONE)
        ? numerator
        : numerator.over(ComplexBall.exact(new BigDecimal(below)), mc);
  }

  private ComplexBall apply(Expression.Apply apply) {
    List<Expression> operands = apply.operands();
    ComplexBall a = of(operands.get(0));
    if (operands.size() == 1) {
      return applyToOne(apply.operator(), a);
    }
    ComplexBall b = of(operands.get(1));
    Optional<BigFraction> exact = ExactValue.of(operands.get(1), letters);
    return switch (apply.operator()) {
      case ADD -> a.plus(b, mc);
      case SUBTRACT -> a.minus(b, mc);
      case MULTIPLY -> a.times(b, mc);
      case DIVIDE -> a.over(b, mc);
      case POWER -> functions.power(a, b, exact);
      case ROOT -> functions.power(a, ComplexBall.ONE.over(b, mc), exact.map(ClosedValue::inverse));
      case LOGARITHM -> functions.ln(a).over(functions.ln(b), mc);
      default -> throw new NoValue("no value of " + apply.operator());
    };
  }

  private ComplexBall applyToOne(Operator operator, ComplexBall a) {
    return switch (operator) {
      case NEGATE -> a.negate();
      case SQRT -> a.sqrt(mc);
      case ABS -> ComplexBall.real(a.size(mc));
      case FLOOR -> functions.rounded(a, RoundingMode.FLOOR);
      case CEIL -> functions.rounded(a, RoundingMode.CEILING);
      case SIN -> functions.sin(a);
      case COS -> functions.cos(a);
      case TAN -> functions.sin(a).over(functions.cos(a), mc);
      case COT -> functions.cos(a).over(functions.sin(a), mc);
      case SEC -> ComplexBall.ONE.over(functions.cos(a), mc);
      case CSC -> ComplexBall.ONE.over(functions.sin(a), mc);
      case ARCSIN -> functions.arcsin(a);
      case ARCCOS -> functions.arccos(a);
      case ARCTAN -> functions.arctan(a);
      case SINH -> half(functions.exp(a).minus(functions.exp(a.negate()), mc));
      case COSH -> half(functions.exp(a).plus(functions.exp(a.negate()), mc));
      case TANH -> tanh(a);
      case EXP -> functions.exp(a);
      case LN -> functions.ln(a);
      case LOG -> functions.ln(a).over(functions.ln(TEN), mc);
      default -> throw new NoValue("no value of " + operator);
    };
  }

  private ComplexBall tanh(ComplexBall a) {
    ComplexBall up = functions.exp(a);
    ComplexBall down = functions.exp(a.negate());
    spread = Math.max(spread, Math.abs(up.exponent()));
    return up.minus(down, mc).over(up.plus(down, mc), mc);
  }

  private ComplexBall half(ComplexBall a) {
    return a.over(ComplexBall.exact(BigDecimal.valueOf(2)), mc);
  }

  private static BigFraction inverse(BigFraction degree) {
    return degree.signum() == 0 ? degree : degree.reciprocal();
  }
}
