package org.prmlab.model.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Jinja's tests, by name. */
final class JinjaTests {
  /** What stands behind {@code is}. */
  @FunctionalInterface
  interface Test {
    boolean holds(Object value, JinjaArguments arguments);
  }

  private static final Map<String, Test> ALL =
      Map.ofEntries(
          Map.entry("defined", (v, a) -> !(v instanceof JinjaUndefined)),
          Map.entry("undefined", (v, a) -> v instanceof JinjaUndefined),
          Map.entry("none", (v, a) -> v == JinjaNone.NONE),
          Map.entry("true", (v, a) -> v.equals(true)),
          Map.entry("false", (v, a) -> v.equals(false)),
          Map.entry("boolean", (v, a) -> v instanceof Boolean),
          Map.entry("integer", (v, a) -> v instanceof Long),
          Map.entry("float", (v, a) -> v instanceof Double),
          Map.entry("number", (v, a) -> PythonMath.isNumber(v)),
          Map.entry("string", (v, a) -> v instanceof String),
          Map.entry("mapping", (v, a) -> v instanceof Map),
          Map.entry("iterable", (v, a) -> isIterable(v)),
          Map.entry("sequence", (v, a) -> isIterable(v)),
          Map.entry("callable", (v, a) -> v instanceof JinjaCallable),
          Map.entry("odd", (v, a) -> remainder(v, 2L) == 1),
          Map.entry("even", (v, a) -> remainder(v, 2L) == 0),
          Map.entry("divisibleby", (v, a) -> remainder(v, a.one()) == 0),
          Map.entry("in", (v, a) -> PythonMath.holds("in", v, a.one())),
          Map.entry("lower", (v, a) -> isUnchanged(v, PythonText.str(v).toLowerCase(Locale.ROOT))),
          Map.entry("upper", (v, a) -> isUnchanged(v, PythonText.str(v).toUpperCase(Locale.ROOT))),
          Map.entry("sameas", (v, a) -> v.getClass() == a.one().getClass() && v.equals(a.one())),
          comparison("eq", "=="),
          comparison("equalto", "=="),
          comparison("==", "=="),
          comparison("ne", "!="),
          comparison("!=", "!="),
          comparison("lt", "<"),
          comparison("lessthan", "<"),
          comparison("<", "<"),
          comparison("le", "<="),
          comparison("<=", "<="),
          comparison("gt", ">"),
          comparison("greaterthan", ">"),
          comparison(">", ">"),
          comparison("ge", ">="),
          comparison(">=", ">="));

  private JinjaTests() {}

  static Test named(String name, int line) {
    Test test = ALL.get(name);
    if (test == null) {
      throw JinjaException.at(line, "test '%s' is not known here", name);
    }
    return test;
  }

  private static Map.Entry<String, Test> comparison(String name, String operator) {
    return Map.entry(name, (v, a) -> PythonMath.holds(operator, v, a.one()));
  }

  private static boolean isIterable(Object value) {
    return value instanceof List
        || value instanceof String
        || value instanceof Map
        || value instanceof JinjaUndefined;
  }

  private static boolean isUnchanged(Object value, String changed) {
    return PythonText.str(value).equals(changed) && !PythonText.str(value).isEmpty();
  }

  private static long remainder(Object value, Object divisor) {
    return PythonMath.apply("%", value, divisor) instanceof Long rest ? rest : -1;
  }
}
