package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is inside a value: elements, attributes, items and slices. */
final class PythonAccess {
  /** Most elements that a template can make out of nothing, as in Jinja's sandbox. */
  static final long MOST = 100_000;

  private PythonAccess() {}

  /** What a loop over a value goes through: characters, elements or keys. */
  static List<Object> elements(Object value) {
    if (value instanceof List<?> list) {
      return Collections.unmodifiableList(list);
    }
    if (value instanceof String text) {
      return text.codePoints().mapToObj(c -> (Object) Character.toString(c)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof JinjaUndefined) {
      return List.of();
    }
    throw JinjaException.of("a value of type %s has no elements", PythonText.type(value));
  }

  /** {@code value.name}: a method or field of the value, or else the item of that name. */
  static Object attribute(Object value, String name) {
    if (value instanceof JinjaUndefined undefined) {
      throw undefined.error();
    }
    if (value instanceof JinjaNamespace namespace) {
      return namespace.get(name);
    }
    if (value instanceof JinjaLoop.State loop) {
      return loop.attribute(name);
    }
    Optional<JinjaCallable> method = PythonMethods.of(value, name);
    if (method.isPresent()) {
      return method.get();
    }
    return value instanceof Map<?, ?> ? item(value, name) : missing(value, name);
  }

  /** {@code value[key]}: the item, or else the attribute of that name. */
  static Object item(Object value, Object key) {
    if (value instanceof JinjaUndefined undefined) {
      throw undefined.error();
    }
    if (value instanceof Map<?, ?> map) {
      Object found = map.get(key);
      return found != null
          ? found
          : key instanceof String name
              ? PythonMethods.of(value, name).map(m -> (Object) m).orElse(missing(value, name))
              : missing(value, key);
    }
    if ((value instanceof List || value instanceof String) && PythonMath.isNumber(key)) {
      List<Object> all = elements(value);
      long index = PythonMath.integer(key);
      long at = index < 0 ? index + all.size() : index;
      return at >= 0 && at < all.size() ? all.get((int) at) : missing(value, key);
    }
    return key instanceof String name ? attribute(value, name) : missing(value, key);
  }

  private static JinjaUndefined missing(Object value, Object key) {
    return new JinjaUndefined(
        "'%s' of a %s".formatted(PythonText.str(key), PythonText.type(value)));
  }

  /** {@code value[from:to:step]}, some of the three left out. */
  static Object slice(Object value, List<Optional<Object>> bounds) {
    if (!(value instanceof List) && !(value instanceof String)) {
      throw JinjaException.of("a value of type %s has no slices", PythonText.type(value));
    }
    List<Object> all = elements(value);
    int size = all.size();
    long step = bounds.size() > 2 ? bound(bounds.get(2), 1) : 1;
    if (step == 0) {
      throw JinjaException.of("a slice's step is 0");
    }
    long from = within(bound(bounds.get(0), step > 0 ? 0 : size), size, step);
    long to =
        bounds.get(1).filter(end -> end != JinjaNone.NONE).isPresent()
            ? within(bound(bounds.get(1), 0), size, step)
            : step > 0 ? size : -1;
    List<Object> part = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      part.add(all.get((int) i));
    }
    return value instanceof String
        ? String.join("", part.stream().map(String.class::cast).toList())
        : part;
  }

  private static long bound(Optional<Object> bound, long missing) {
    Object value = bound.orElse(JinjaNone.NONE);
    if (value == JinjaNone.NONE) {
      return missing;
    }
    if (value instanceof Long || value instanceof Boolean) {
      return PythonMath.integer(value);
    }
    throw JinjaException.of("a slice's end is of type %s", PythonText.type(value));
  }

  /** Python's clipping: ends beyond the value are its ends. */
  private static long within(long index, int size, long step) {
    long at = index < 0 ? index + size : index;
    return step > 0 ? Math.max(0, Math.min(size, at)) : Math.max(-1, Math.min(size - 1L, at));
  }
}
