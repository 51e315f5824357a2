package org.prmlab.model.jinja;

import java.util.Map;
import org.prmlab.model.jinja.PythonMethods.Side;

/** The filters that make numbers. */
final class JinjaNumbers {
  private JinjaNumbers() {}

  static Object whole(Object value, Map<String, Object> given) {
    if (!given.getOrDefault("base", 10L).equals(10L)) {
      throw JinjaException.of("int of another base than 10 is not known here");
    }
    if (PythonMath.isNumber(value)) {
      return PythonMath.integer(value);
    }
    try {
      String text = PythonMethods.strip(PythonText.str(value), Side.BOTH);
      return text.matches("[+-]?\\d+")
          ? Long.valueOf(text)
          : (Object) (long) Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return given.getOrDefault("default", 0L);
    }
  }

  static Object real(Object value, Map<String, Object> given) {
    if (PythonMath.isNumber(value)) {
      return PythonMath.real(value);
    }
    try {
      return Double.parseDouble(PythonMethods.strip(PythonText.str(value), Side.BOTH));
    } catch (NumberFormatException e) {
      return given.getOrDefault("default", 0.0);
    }
  }

  static Object magnitude(Object value) {
    if (!PythonMath.isNumber(value)) {
      throw JinjaException.of("abs of a %s", PythonText.type(value));
    }
    return value instanceof Double number
        ? (Object) Math.abs(number)
        : Math.abs(PythonMath.integer(value));
  }
}
