package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of Python's strings, lists and dicts that do not change them. */
final class PythonMethods {
  /** Where a string is stripped. */
  enum Side {
    LEFT,
    RIGHT,
    BOTH
  }

  private PythonMethods() {}

  /** A method bound to its value; empty if there is none of that name. */
  static Optional<JinjaCallable> of(Object value, String name) {
    if (value instanceof String text) {
      return Optional.ofNullable(ofString(text, name));
    }
    if (value instanceof Map<?, ?> map) {
      return Optional.ofNullable(ofDict(map, name));
    }
    if (value instanceof List<?> list) {
      return switch (name) {
        case "index" -> Optional.of(a -> (long) index(list, a.one()));
        case "count" ->
            Optional.of(a -> list.stream().filter(e -> PythonMath.equal(e, a.one())).count());
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static int index(List<?> list, Object value) {
    for (int i = 0; i < list.size(); i++) {
      if (PythonMath.equal(list.get(i), value)) {
        return i;
      }
    }
    throw JinjaException.of("index() finds no %s", PythonText.repr(value));
  }

  private static @Nullable JinjaCallable ofDict(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" -> a -> pairs(map);
      case "keys" -> a -> new ArrayList<Object>(map.keySet());
      case "values" -> a -> new ArrayList<Object>(map.values());
      case "get" ->
          a -> {
            Map<String, Object> given = a.by("key", "default");
            Object found = map.get(given.getOrDefault("key", JinjaNone.NONE));
            return found != null ? found : given.getOrDefault("default", JinjaNone.NONE);
          };
      default -> null;
    };
  }

  static List<Object> pairs(Map<?, ?> map) {
    List<Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(List.of(key, value)));
    return pairs;
  }

  private static @Nullable JinjaCallable ofString(String text, String name) {
    return switch (name) {
      case "strip" -> a -> stripped(text, a, Side.BOTH);
      case "lstrip" -> a -> stripped(text, a, Side.LEFT);
      case "rstrip" -> a -> stripped(text, a, Side.RIGHT);
      case "startswith" -> a -> anyOf(a.one()).stream().anyMatch(text::startsWith);
      case "endswith" -> a -> anyOf(a.one()).stream().anyMatch(text::endsWith);
      case "split" -> a -> PythonSplit.split(text, a);
      case "rsplit" -> a -> PythonSplit.rsplit(text, a);
      case "splitlines" -> a -> PythonSplit.lines(text, a);
      case "upper" -> a -> text.toUpperCase(Locale.ROOT);
      case "lower" -> a -> text.toLowerCase(Locale.ROOT);
      case "title" -> a -> title(text);
      case "capitalize" -> a -> capitalized(text);
      case "replace" -> a -> replaced(text, a.by("old", "new", "count"));
      case "removeprefix" ->
          a -> text.startsWith(word(a.one())) ? text.substring(word(a.one()).length()) : text;
      case "removesuffix" ->
          a ->
              text.endsWith(word(a.one()))
                  ? text.substring(0, text.length() - word(a.one()).length())
                  : text;
      case "join" ->
          a ->
              String.join(
                  text, PythonAccess.elements(a.one()).stream().map(PythonMethods::word).toList());
      case "find" -> a -> place(text, text.indexOf(word(a.one())));
      case "rfind" -> a -> place(text, text.lastIndexOf(word(a.one())));
      case "count" -> a -> count(text, word(a.one()));
      case "isdigit" -> a -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
      case "isspace" -> a -> !text.isEmpty() && strip(text, Side.BOTH).isEmpty();
      default -> null;
    };
  }

  /** A string argument. */
  static String word(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw JinjaException.of("expected a str, found %s", PythonText.type(value));
  }

  private static List<String> anyOf(Object prefixes) {
    return prefixes instanceof List<?> list
        ? list.stream().map(PythonMethods::word).toList()
        : List.of(word(prefixes));
  }

  private static String stripped(String text, JinjaArguments a, Side side) {
    Object characters = a.by("chars").getOrDefault("chars", JinjaNone.NONE);
    return characters == JinjaNone.NONE ? strip(text, side) : strip(text, word(characters), side);
  }

  static String strip(String text, Side side) {
    int from = 0;
    int to = text.length();
    while (side != Side.RIGHT && from < to && PythonText.isSpace(text.charAt(from))) {
      from++;
    }
    while (side != Side.LEFT && to > from && PythonText.isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static String strip(String text, String characters, Side side) {
    int[] points = text.codePoints().toArray();
    int from = 0;
    int to = points.length;
    while (side != Side.RIGHT && from < to && characters.indexOf(points[from]) >= 0) {
      from++;
    }
    while (side != Side.LEFT && to > from && characters.indexOf(points[to - 1]) >= 0) {
      to--;
    }
    return new String(points, from, to - from);
  }

  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + text.substring(text.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT);
  }

  private static String title(String text) {
    var out = new StringBuilder();
    boolean inside = false;
    for (int point : text.codePoints().toArray()) {
      out.appendCodePoint(inside ? Character.toLowerCase(point) : Character.toTitleCase(point));
      inside = Character.isLetter(point);
    }
    return out.toString();
  }

  static String replaced(String text, Map<String, Object> given) {
    String old = word(given.getOrDefault("old", JinjaNone.NONE));
    String replacement = word(given.getOrDefault("new", JinjaNone.NONE));
    Object count = given.getOrDefault("count", -1L);
    if (count.equals(-1L) || count == JinjaNone.NONE) {
      return text.replace(old, replacement);
    }
    String rest = text;
    var out = new StringBuilder();
    for (long left = PythonMath.integer(count); left > 0 && rest.contains(old); left--) {
      if (old.isEmpty()) {
        throw JinjaException.of("replace() of an empty str so many times is not known here");
      }
      out.append(rest, 0, rest.indexOf(old)).append(replacement);
      rest = rest.substring(rest.indexOf(old) + old.length());
    }
    return out.append(rest).toString();
  }

  private static long place(String text, int at) {
    return at < 0 ? -1 : text.codePointCount(0, at);
  }

  private static long count(String text, String part) {
    return part.isEmpty()
        ? text.codePointCount(0, text.length()) + 1L
        : (text.length() - text.replace(part, "").length()) / (long) part.length();
  }
}
