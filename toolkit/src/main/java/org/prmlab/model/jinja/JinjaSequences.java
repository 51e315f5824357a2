package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.prmlab.model.jinja.JinjaFilters.Filter;

/** The filters that choose among the elements of a value, change each of them, or order them. */
final class JinjaSequences {
  static final Map<String, Filter> ALL =
      Map.of(
          "select", (v, a) -> kept(v, test(a)),
          "reject", (v, a) -> kept(v, test(a).negate()),
          "selectattr", (v, a) -> kept(v, attributeTest(a)),
          "rejectattr", (v, a) -> kept(v, attributeTest(a).negate()),
          "map", JinjaSequences::mapped,
          "join", JinjaSequences::joined,
          "sort", JinjaSequences::sorted,
          "unique", (v, a) -> unique(v),
          "sum", (v, a) -> PythonAccess.elements(v).stream().reduce(0L, JinjaSequences::plus),
          "dictsort", (v, a) -> byKey(v));

  private JinjaSequences() {}

  private static Object plus(Object left, Object right) {
    return PythonMath.apply("+", left, right);
  }

  private static List<Object> kept(Object value, Predicate<Object> wanted) {
    return PythonAccess.elements(value).stream().filter(wanted).toList();
  }

  /** The test that arguments name, and what it is compared with; whether it is true, if none. */
  private static Predicate<Object> test(JinjaArguments arguments) {
    if (arguments.values().isEmpty()) {
      return PythonText::isTrue;
    }
    String name = PythonMethods.word(arguments.values().get(0));
    JinjaTests.Test test = JinjaTests.named(name, 0);
    JinjaArguments rest = arguments.after(1, name);
    return value -> test.holds(value, rest);
  }

  private static Predicate<Object> attributeTest(JinjaArguments arguments) {
    if (arguments.values().isEmpty()) {
      throw JinjaException.of("%s without an attribute", arguments.callee());
    }
    String path = PythonText.str(arguments.values().get(0));
    Predicate<Object> test = test(arguments.after(1, arguments.callee()));
    return value -> test.test(along(value, path));
  }

  /** Attributes within attributes, with dots between them; numbers are indices. */
  private static Object along(Object value, String path) {
    Object at = value;
    for (String part : path.split("\\.", -1)) {
      at = PythonAccess.item(at, part.matches("\\d+") ? (Object) Long.valueOf(part) : part);
    }
    return at;
  }

  private static Object mapped(Object value, JinjaArguments arguments) {
    List<Object> elements = PythonAccess.elements(value);
    if (arguments.values().isEmpty()) {
      Map<String, Object> given = arguments.by("attribute", "default");
      String path = PythonText.str(given.getOrDefault("attribute", ""));
      return elements.stream()
          .map(element -> along(element, path))
          .map(v -> v instanceof JinjaUndefined ? given.getOrDefault("default", v) : v)
          .toList();
    }
    String name = PythonMethods.word(arguments.values().get(0));
    Filter filter = JinjaFilters.named(name, 0);
    JinjaArguments rest = arguments.after(1, name);
    return elements.stream().map(element -> filter.apply(element, rest)).toList();
  }

  private static Object joined(Object value, JinjaArguments arguments) {
    Map<String, Object> given = arguments.by("d", "attribute");
    List<String> parts = new ArrayList<>();
    for (Object element : PythonAccess.elements(value)) {
      Object path = given.get("attribute");
      parts.add(PythonText.str(path == null ? element : along(element, PythonText.str(path))));
    }
    return String.join(PythonText.str(given.getOrDefault("d", "")), parts);
  }

  private static Object sorted(Object value, JinjaArguments arguments) {
    Map<String, Object> given = arguments.by("reverse", "case_sensitive", "attribute");
    boolean cased = PythonText.isTrue(given.getOrDefault("case_sensitive", false));
    Object path = given.get("attribute");
    List<Object> elements = new ArrayList<>(PythonAccess.elements(value));
    Comparator<Object> order =
        (a, b) -> PythonMath.compare(key(a, path, cased), key(b, path, cased));
    elements.sort(
        PythonText.isTrue(given.getOrDefault("reverse", false)) ? order.reversed() : order);
    return elements;
  }

  private static Object key(Object element, @Nullable Object path, boolean cased) {
    Object key = path == null ? element : along(element, PythonText.str(path));
    return key instanceof String text && !cased ? text.toLowerCase(Locale.ROOT) : key;
  }

  private static Object unique(Object value) {
    List<Object> found = new ArrayList<>();
    for (Object element : PythonAccess.elements(value)) {
      Object wanted = key(element, null, false);
      if (found.stream().noneMatch(other -> PythonMath.equal(key(other, null, false), wanted))) {
        found.add(element);
      }
    }
    return found;
  }

  private static Object byKey(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw JinjaException.of("dictsort of a %s; expected a dict", PythonText.type(value));
    }
    List<Object> pairs = PythonMethods.pairs(map);
    pairs.sort(
        (a, b) ->
            PythonMath.compare(
                key(PythonAccess.item(a, 0L), null, false),
                key(PythonAccess.item(b, 0L), null, false)));
    return pairs;
  }

  /** Jinja's own: a word begins after white space, a dash or an opening bracket. */
  static String title(String text) {
    var out = new StringBuilder();
    boolean begins = true;
    for (int point : text.codePoints().toArray()) {
      out.appendCodePoint(begins ? Character.toUpperCase(point) : Character.toLowerCase(point));
      begins = Character.isWhitespace(point) || "-({[<".indexOf(point) >= 0;
    }
    return out.toString();
  }
}
