package org.prmlab.model.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code namespace(...)} makes: the only value whose attributes a template can set. */
final class JinjaNamespace {
  private final Map<String, Object> attributes;

  JinjaNamespace(Map<String, Object> attributes) {
    this.attributes = new LinkedHashMap<>(attributes);
  }

  Object get(String name) {
    return attributes.getOrDefault(name, new JinjaUndefined("attribute '" + name + "'"));
  }

  void set(String name, Object value) {
    attributes.put(name, value);
  }
}
