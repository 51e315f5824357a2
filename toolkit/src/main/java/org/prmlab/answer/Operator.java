package org.prmlab.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.numbers.combinatorics.Factorial;
import org.apache.commons.numbers.complex.Complex;

/** What answers are built with; each operation computes itself on complex numbers. */
enum Operator {
  ADD(Complex::add),
  SUBTRACT(Complex::subtract),
  MULTIPLY(Complex::multiply),
  DIVIDE(Complex::divide),
  POWER(Operator::power),
  /** The root of the first operand, its degree the second. */
  ROOT((x, degree) -> power(x, Complex.ONE.divide(degree))),
  /** The logarithm of the first operand to the base of the second. */
  LOGARITHM((x, base) -> x.log().divide(base.log())),
  BINOMIAL(Operator::binomial),
  NEGATE(Complex::negate),
  SQRT(Complex::sqrt),
  ABS((UnaryOperator<Complex>) x -> real(x.abs())),
  FACTORIAL(Operator::factorial),
  FLOOR((UnaryOperator<Complex>) x -> ofReal(x, Math::floor)),
  CEIL((UnaryOperator<Complex>) x -> ofReal(x, Math::ceil)),
  SIN(Complex::sin),
  COS(Complex::cos),
  TAN(Complex::tan),
  COT((UnaryOperator<Complex>) x -> Complex.ONE.divide(x.tan())),
  SEC((UnaryOperator<Complex>) x -> Complex.ONE.divide(x.cos())),
  CSC((UnaryOperator<Complex>) x -> Complex.ONE.divide(x.sin())),
  ARCSIN(Complex::asin),
  ARCCOS(Complex::acos),
  ARCTAN(Complex::atan),
  SINH(Complex::sinh),
  COSH(Complex::cosh),
  TANH(Complex::tanh),
  EXP(Complex::exp),
  LN(Complex::log),
  /** Without a base, to base 10. */
  LOG(Complex::log10);

  /** Not a number: the value of what has none. */
  static final Complex UNDEFINED = Complex.ofCartesian(Double.NaN, Double.NaN);

  private static final List<Operator> NAMED =
      List.of(SIN, COS, TAN, COT, SEC, CSC, ARCSIN, ARCCOS, ARCTAN, SINH, COSH, TANH, EXP, LN, LOG);

  private final BinaryOperator<Complex> rule;

  Operator(BinaryOperator<Complex> rule) {
    this.rule = rule;
  }

  Operator(UnaryOperator<Complex> rule) {
    this((x, none) -> rule.apply(x));
  }

  /** The function that answers write by this name, e.g. {@code arcsin}. */
  static Optional<Operator> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return NAMED.stream().filter(o -> o.name().equals(upper)).findFirst();
  }

  /** The names of all functions. */
  static List<String> names() {
    return NAMED.stream().map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The result; not a number where it is not defined. A function of one ignores the second. */
  Complex of(Complex first, Complex second) {
    return rule.apply(first, second);
  }

  private static Complex power(Complex base, Complex exponent) {
    double n = exponent.real();
    if (exponent.imag() == 0 && n == Math.rint(n) && Math.abs(n) <= 64) {
      return wholePower(base, (int) n);
    }
    return base.equals(Complex.ZERO) && n > 0 ? Complex.ZERO : base.pow(exponent);
  }

  private static Complex wholePower(Complex base, int exponent) {
    Complex result = Complex.ONE;
    for (int i = 0; i < Math.abs(exponent); i++) {
      result = result.multiply(base);
    }
    return exponent < 0 ? Complex.ONE.divide(result) : result;
  }

  private static Complex binomial(Complex n, Complex k) {
    boolean defined = isWhole(n) && isWhole(k) && k.real() <= n.real() && n.real() <= 10_000;
    return defined
        ? real(BinomialCoefficientDouble.value((int) n.real(), (int) k.real()))
        : UNDEFINED;
  }

  private static Complex factorial(Complex n) {
    return isWhole(n) && n.real() <= 170 ? real(Factorial.doubleValue((int) n.real())) : UNDEFINED;
  }

  private static boolean isWhole(Complex x) {
    return x.imag() == 0 && x.real() >= 0 && x.real() == Math.rint(x.real());
  }

  private static Complex ofReal(Complex x, DoubleUnaryOperator function) {
    return x.imag() == 0 ? real(function.applyAsDouble(x.real())) : UNDEFINED;
  }

  private static Complex real(double value) {
    return Complex.ofCartesian(value, 0);
  }
}
