package org.prmlab.model.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that a part of a template sees; what it sets is seen by its inner parts only. */
final class JinjaScope {
  private final @Nullable JinjaScope outer;
  private final Map<String, Object> variables = new HashMap<>();

  private JinjaScope(@Nullable JinjaScope outer) {
    this.outer = outer;
  }

  static JinjaScope of(Map<String, ?> variables) {
    var scope = new JinjaScope(null);
    scope.variables.putAll(variables);
    return scope;
  }

  JinjaScope inner() {
    return new JinjaScope(this);
  }

  Object get(String name) {
    for (JinjaScope scope = this; scope != null; scope = scope.outer) {
      Object value = scope.variables.get(name);
      if (value != null) {
        return value;
      }
    }
    return new JinjaUndefined("'" + name + "'");
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }
}
