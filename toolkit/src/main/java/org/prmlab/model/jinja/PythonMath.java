package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Python's operators. */
final class PythonMath {
  private PythonMath() {}

  static Long whole(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw JinjaException.of("number %s is too large", digits);
    }
  }

  /** Whether a comparison or membership holds. */
  static boolean holds(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> equal(left, right);
      case "!=" -> !equal(left, right);
      case "in" -> contains(right, left);
      case "not in" -> !contains(right, left);
      case "<" -> compare(left, right) < 0;
      case "<=" -> compare(left, right) <= 0;
      case ">" -> compare(left, right) > 0;
      default -> compare(left, right) >= 0;
    };
  }

  static boolean equal(Object left, Object right) {
    if (isNumber(left) && isNumber(right)) {
      return (left instanceof Double || right instanceof Double)
          ? real(left) == real(right)
          : integer(left) == integer(right);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      boolean same = a.size() == b.size();
      for (int i = 0; same && i < a.size(); i++) {
        same = equal(a.get(i), b.get(i));
      }
      return same;
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.size() == b.size()
          && a.entrySet().stream()
              .allMatch(e -> b.containsKey(e.getKey()) && equal(e.getValue(), b.get(e.getKey())));
    }
    if (left instanceof JinjaUndefined && right instanceof JinjaUndefined) {
      return true;
    }
    return left.equals(right);
  }

  private static boolean contains(Object home, Object value) {
    if (home instanceof String text) {
      if (value instanceof String part) {
        return text.contains(part);
      }
      throw JinjaException.of("'in' a str expects a str, found %s", PythonText.type(value));
    }
    if (home instanceof Map<?, ?> map) {
      return map.containsKey(value);
    }
    return PythonAccess.elements(home).stream().anyMatch(element -> equal(element, value));
  }

  static int compare(Object left, Object right) {
    if (isNumber(left) && isNumber(right)) {
      return (left instanceof Double || right instanceof Double)
          ? Double.compare(real(left), real(right))
          : Long.compare(integer(left), integer(right));
    }
    if (left instanceof String a && right instanceof String b) {
      return compareCodePoints(a, b);
    }
    throw left instanceof JinjaUndefined undefined
        ? undefined.error()
        : mismatch("compared", left, right);
  }

  private static int compareCodePoints(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  static Object apply(String operator, Object left, Object right) {
    for (Object operand : List.of(left, right)) {
      if (operand instanceof JinjaUndefined undefined) {
        throw undefined.error();
      }
    }
    if (isNumber(left) && isNumber(right)) {
      return left instanceof Double || right instanceof Double || operator.equals("/")
          ? ofReals(operator, real(left), real(right))
          : ofWholes(operator, integer(left), integer(right));
    }
    if (operator.equals("+") && left instanceof String a && right instanceof String b) {
      return a + b;
    }
    if (operator.equals("+") && left instanceof List<?> a && right instanceof List<?> b) {
      List<Object> both = new ArrayList<>(a);
      both.addAll(b);
      return both;
    }
    if (operator.equals("*") && left instanceof String text && right instanceof Long times) {
      return text.repeat((int) Math.max(0, Math.min(times, PythonAccess.MOST)));
    }
    if (operator.equals("*") && left instanceof List<?> list && right instanceof Long times) {
      int count = (int) Math.max(0, Math.min(times, PythonAccess.MOST));
      return Collections.nCopies(count, list).stream().flatMap(List::stream).toList();
    }
    throw mismatch("joined by '" + operator + "'", left, right);
  }

  private static JinjaException mismatch(String what, Object left, Object right) {
    return JinjaException.of(
        "%s and %s cannot be %s", PythonText.type(left), PythonText.type(right), what);
  }

  private static Object ofWholes(String operator, long a, long b) {
    try {
      return switch (operator) {
        case "+" -> Math.addExact(a, b);
        case "-" -> Math.subtractExact(a, b);
        case "*" -> Math.multiplyExact(a, b);
        case "//" -> Math.floorDiv(a, b);
        case "%" -> Math.floorMod(a, b);
        default -> b < 0 ? (Object) Math.pow((double) a, (double) b) : power(a, b);
      };
    } catch (ArithmeticException e) {
      throw JinjaException.of("%s %s %s is too large, or divides by zero", a, operator, b);
    }
  }

  private static long power(long base, long exponent) {
    return java.math.BigInteger.valueOf(base)
        .pow((int) Math.min(exponent, 10_000))
        .longValueExact();
  }

  private static Object ofReals(String operator, double a, double b) {
    if (b == 0 && List.of("/", "//", "%").contains(operator)) {
      throw JinjaException.of("division by zero");
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "//" -> Math.floor(a / b);
      case "%" -> a - b * Math.floor(a / b);
      default -> Math.pow(a, b);
    };
  }

  /** Truth values are numbers in Python. */
  static boolean isNumber(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof Boolean;
  }

  static long integer(Object number) {
    return number instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) number).longValue();
  }

  static double real(Object number) {
    return number instanceof Boolean ? integer(number) : ((Number) number).doubleValue();
  }
}
