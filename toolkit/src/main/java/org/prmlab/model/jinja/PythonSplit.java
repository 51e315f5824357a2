package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.prmlab.model.jinja.PythonMethods.Side;

/** Python's ways to cut a string. */
final class PythonSplit {
  private PythonSplit() {}

  static List<Object> split(String text, JinjaArguments arguments) {
    Map<String, Object> given = arguments.by("sep", "maxsplit");
    Object separator = given.getOrDefault("sep", JinjaNone.NONE);
    long most = PythonMath.integer(given.getOrDefault("maxsplit", -1L));
    return separator == JinjaNone.NONE
        ? atSpace(text, most)
        : at(text, PythonMethods.word(separator), most);
  }

  private static List<Object> at(String text, String separator, long most) {
    if (separator.isEmpty()) {
      throw JinjaException.of("split() at an empty separator");
    }
    List<Object> parts = new ArrayList<>();
    int from = 0;
    int found = text.indexOf(separator);
    while (found >= 0 && (most < 0 || parts.size() < most)) {
      parts.add(text.substring(from, found));
      from = found + separator.length();
      found = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<Object> atSpace(String text, long most) {
    List<Object> parts = new ArrayList<>();
    String rest = PythonMethods.strip(text, Side.LEFT);
    while (!rest.isEmpty()) {
      int end = 0;
      while (end < rest.length() && !PythonText.isSpace(rest.charAt(end))) {
        end++;
      }
      if (most >= 0 && parts.size() == most) {
        end = rest.length(); // Python leaves the blanks at the end of the last part
      }
      parts.add(rest.substring(0, end));
      rest = PythonMethods.strip(rest.substring(end), Side.LEFT);
    }
    return parts;
  }

  static List<Object> rsplit(String text, JinjaArguments arguments) {
    Map<String, Object> given = arguments.by("sep", "maxsplit");
    if (!(given.get("sep") instanceof String separator)) {
      throw JinjaException.of("rsplit() without a separator is not known here");
    }
    long most = PythonMath.integer(given.getOrDefault("maxsplit", -1L));
    List<Object> parts = new ArrayList<>();
    String rest = text;
    while ((most < 0 || parts.size() < most) && rest.contains(separator)) {
      int at = rest.lastIndexOf(separator);
      parts.add(rest.substring(at + separator.length()));
      rest = rest.substring(0, at);
    }
    parts.add(rest);
    Collections.reverse(parts);
    return parts;
  }

  static List<Object> lines(String text, JinjaArguments arguments) {
    arguments.expectNone();
    return new ArrayList<>(text.lines().toList());
  }
}
