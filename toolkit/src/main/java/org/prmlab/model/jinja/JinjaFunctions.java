package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that every template can call. {@code strftime_now} is not among them, so that a
 * prompt does not depend on the day: templates that ask whether it is there take a date of their
 * own.
 */
final class JinjaFunctions {
  static final Map<String, JinjaCallable> ALL =
      Map.of(
          "raise_exception", JinjaFunctions::raise,
          "namespace", JinjaFunctions::namespace,
          "dict", JinjaFunctions::dict,
          "range", JinjaFunctions::range);

  private JinjaFunctions() {}

  private static Object raise(JinjaArguments arguments) {
    throw JinjaException.of("%s", PythonText.str(arguments.one()));
  }

  private static Object namespace(JinjaArguments arguments) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    dict(arguments).forEach((key, value) -> attributes.put(PythonText.str(key), value));
    return new JinjaNamespace(attributes);
  }

  private static Map<Object, Object> dict(JinjaArguments arguments) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    for (Object value : arguments.values()) {
      if (!(value instanceof Map<?, ?> map)) {
        throw JinjaException.of("a dict is made from dicts and named values only");
      }
      dict.putAll(map);
    }
    dict.putAll(arguments.named());
    return dict;
  }

  private static List<Object> range(JinjaArguments arguments) {
    List<Object> values = arguments.values();
    if (values.isEmpty()
        || values.size() > 3
        || !values.stream().allMatch(v -> v instanceof Long || v instanceof Boolean)) {
      throw JinjaException.of("range() takes one to three whole numbers");
    }
    long first = values.size() > 1 ? PythonMath.integer(values.get(0)) : 0;
    long end = PythonMath.integer(values.get(values.size() > 1 ? 1 : 0));
    long step = values.size() > 2 ? PythonMath.integer(values.get(2)) : 1;
    if (step == 0) {
      throw JinjaException.of("range() with a step of 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long i = first; step > 0 ? i < end : i > end; i += step) {
      if (numbers.size() >= PythonAccess.MOST) {
        throw JinjaException.of("range() of more than %d numbers", PythonAccess.MOST);
      }
      numbers.add(i);
    }
    return numbers;
  }
}
