package org.prmlab.model.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of one call.
 *
 * @param callee name of what is called, for errors
 */
record JinjaArguments(String callee, List<Object> values, Map<String, Object> named) {
  static JinjaArguments none(String callee) {
    return new JinjaArguments(callee, List.of(), Map.of());
  }

  /** The arguments by their parameters' names; those not given are absent. */
  Map<String, Object> by(String... parameters) {
    if (values.size() > parameters.length) {
      throw JinjaException.of(
          "%s() takes %d arguments, %d given", callee, parameters.length, values.size());
    }
    Map<String, Object> bound = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      bound.put(parameters[i], values.get(i));
    }
    for (Map.Entry<String, Object> entry : named.entrySet()) {
      if (!List.of(parameters).contains(entry.getKey())
          || bound.put(entry.getKey(), entry.getValue()) != null) {
        throw JinjaException.of("%s() does not take '%s' here", callee, entry.getKey());
      }
    }
    return bound;
  }

  /** The only argument. */
  Object one() {
    if (values.size() != 1 || !named.isEmpty()) {
      throw JinjaException.of("%s() takes one argument", callee);
    }
    return values.get(0);
  }

  void expectNone() {
    by();
  }

  /** The arguments after the first {@code count} ones, for what is named by them. */
  JinjaArguments after(int count, String name) {
    return new JinjaArguments(name, values.subList(count, values.size()), named);
  }
}
