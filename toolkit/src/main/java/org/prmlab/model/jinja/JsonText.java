package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON as Python's {@code json.dumps} writes it with {@code ensure_ascii=False}.
 *
 * @param indent blanks a level; below 0 for all in one line
 * @param sorted whether keys are in the order of their characters
 */
record JsonText(int indent, boolean sorted, String comma, String colon) {
  static JsonText of(Map<String, Object> given) {
    if (given.getOrDefault("ensure_ascii", false).equals(true)) {
      throw JinjaException.of("tojson with ensure_ascii is not known here");
    }
    int indent = given.get("indent") instanceof Long blanks ? blanks.intValue() : -1;
    String comma = indent < 0 ? ", " : ",";
    String colon = ": ";
    if (given.get("separators") instanceof List<?> both && both.size() == 2) {
      comma = PythonMethods.word(both.get(0));
      colon = PythonMethods.word(both.get(1));
    }
    return new JsonText(
        indent, PythonText.isTrue(given.getOrDefault("sort_keys", false)), comma, colon);
  }

  String write(Object value) {
    return write(value, 0);
  }

  private String write(Object value, int level) {
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Boolean || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof Double number) {
      return PythonText.number(number).replace("nan", "NaN").replace("inf", "Infinity");
    }
    if (value == JinjaNone.NONE) {
      return "null";
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> parts.add(write(element, level + 1)));
      return enclosed('[', parts, ']', level);
    }
    if (value instanceof Map<?, ?> map) {
      Map<?, ?> ordered = sorted ? new TreeMap<>(map) : map;
      ordered.forEach(
          (key, inner) -> parts.add(quoted(PythonText.str(key)) + colon + write(inner, level + 1)));
      return enclosed('{', parts, '}', level);
    }
    throw value instanceof JinjaUndefined undefined
        ? undefined.error()
        : JinjaException.of("a value of type %s is no JSON", PythonText.type(value));
  }

  private String enclosed(char open, List<String> parts, char close, int level) {
    if (parts.isEmpty() || indent < 0) {
      return open + String.join(comma, parts) + close;
    }
    String line = "\n" + " ".repeat(indent * (level + 1));
    return open
        + line
        + String.join(comma + line, parts)
        + "\n"
        + " ".repeat(indent * level)
        + close;
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
