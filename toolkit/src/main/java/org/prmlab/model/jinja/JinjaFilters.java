package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prmlab.model.jinja.PythonMethods.Side;

/** Jinja's filters, by name. */
final class JinjaFilters {
  /** What stands behind {@code |}. */
  @FunctionalInterface
  interface Filter {
    Object apply(Object value, JinjaArguments arguments);
  }

  private static final Map<String, Filter> ALL = new LinkedHashMap<>();

  static {
    ALL.put("tojson", JinjaFilters::json);
    ALL.put("string", (v, a) -> PythonText.str(v));
    ALL.put("safe", (v, a) -> PythonText.str(v));
    ALL.put("trim", JinjaFilters::trimmed);
    ALL.put("upper", (v, a) -> PythonText.str(v).toUpperCase(Locale.ROOT));
    ALL.put("lower", (v, a) -> PythonText.str(v).toLowerCase(Locale.ROOT));
    ALL.put("capitalize", (v, a) -> PythonMethods.capitalized(PythonText.str(v)));
    ALL.put("title", (v, a) -> JinjaSequences.title(PythonText.str(v)));
    ALL.put("replace", JinjaFilters::replaced);
    ALL.put("indent", JinjaFilters::indented);
    ALL.put("int", (v, a) -> JinjaNumbers.whole(v, a.by("default", "base")));
    ALL.put("float", (v, a) -> JinjaNumbers.real(v, a.by("default")));
    ALL.put("abs", (v, a) -> JinjaNumbers.magnitude(v));
    ALL.put("default", JinjaFilters::orDefault);
    ALL.put("d", JinjaFilters::orDefault);
    ALL.put("length", (v, a) -> (long) PythonAccess.elements(v).size());
    ALL.put("count", (v, a) -> (long) PythonAccess.elements(v).size());
    ALL.put("list", (v, a) -> PythonAccess.elements(v));
    ALL.put("items", (v, a) -> items(v));
    ALL.put("first", (v, a) -> end(PythonAccess.elements(v), 0));
    ALL.put("last", (v, a) -> end(PythonAccess.elements(v), PythonAccess.elements(v).size() - 1));
    ALL.put("reverse", (v, a) -> reversed(v));
    ALL.putAll(JinjaSequences.ALL);
  }

  private JinjaFilters() {}

  static Filter named(String name, int line) {
    Filter filter = ALL.get(name);
    if (filter == null) {
      throw JinjaException.at(line, "filter '%s' is not known here", name);
    }
    return filter;
  }

  /** As transformers has it: nothing is escaped for HTML. */
  private static Object json(Object value, JinjaArguments arguments) {
    Map<String, Object> given = arguments.by("ensure_ascii", "indent", "separators", "sort_keys");
    return JsonText.of(given).write(value);
  }

  private static Object trimmed(Object value, JinjaArguments arguments) {
    Object characters = arguments.by("chars").getOrDefault("chars", JinjaNone.NONE);
    String text = PythonText.str(value);
    return characters == JinjaNone.NONE
        ? PythonMethods.strip(text, Side.BOTH)
        : PythonMethods.strip(text, PythonMethods.word(characters), Side.BOTH);
  }

  private static Object replaced(Object value, JinjaArguments arguments) {
    return PythonMethods.replaced(PythonText.str(value), arguments.by("old", "new", "count"));
  }

  private static Object indented(Object value, JinjaArguments arguments) {
    Map<String, Object> given = arguments.by("width", "first", "blank");
    Object width = given.getOrDefault("width", 4L);
    String blanks =
        width instanceof String text ? text : " ".repeat((int) PythonMath.integer(width));
    boolean first = PythonText.isTrue(given.getOrDefault("first", false));
    boolean blank = PythonText.isTrue(given.getOrDefault("blank", false));
    String[] lines = PythonText.str(value).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean wanted = i == 0 ? first : blank || !lines[i].isEmpty();
      lines[i] = wanted ? blanks + lines[i] : lines[i];
    }
    return String.join("\n", lines);
  }

  private static Object orDefault(Object value, JinjaArguments arguments) {
    Map<String, Object> given = arguments.by("default_value", "boolean");
    boolean falseToo = PythonText.isTrue(given.getOrDefault("boolean", false));
    return value instanceof JinjaUndefined || (falseToo && !PythonText.isTrue(value))
        ? given.getOrDefault("default_value", "")
        : value;
  }

  private static Object items(Object value) {
    if (value instanceof JinjaUndefined) {
      return List.of();
    }
    if (value instanceof Map<?, ?> map) {
      return PythonMethods.pairs(map);
    }
    throw JinjaException.of("items of a %s; expected a dict", PythonText.type(value));
  }

  private static Object end(List<Object> elements, int at) {
    return elements.isEmpty() ? new JinjaUndefined("an element of nothing") : elements.get(at);
  }

  private static Object reversed(Object value) {
    if (value instanceof String text) {
      return new StringBuilder(text).reverse().toString();
    }
    List<Object> elements = new ArrayList<>(PythonAccess.elements(value));
    Collections.reverse(elements);
    return elements;
  }
}
