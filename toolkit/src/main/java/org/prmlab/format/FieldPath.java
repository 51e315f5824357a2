package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to values of a record: names joined by dots; {@code [2]} is an item of a list, counted
 * from 0 ({@code [-1]} the last), {@code []} all of them, {@code [role=user]} those with this
 * field. A name after a list is looked up in each item.
 *
 * @param text as written, e.g. {@code messages[role=assistant].content}
 * @param parts the parts in order
 */
record FieldPath(String text, List<Part> parts) {
  private static final Pattern PART =
      Pattern.compile("\\.?([^.\\[\\]]+)|\\[(-?\\d*)]|\\[([^=\\[\\]]+)=([^\\[\\]]*)]");

  FieldPath {
    parts = List.copyOf(parts);
  }

  /** One part of the way: a name; an item; all items; or items with a value in a field. */
  sealed interface Part {}

  record Name(String name) implements Part {}

  record Item(int index) implements Part {}

  record Items() implements Part {}

  record Where(String field, String value) implements Part {}

  /** A value and where it stands. */
  record Value(String field, JsonNode node) {
    boolean isMissing() {
      return node.isMissingNode() || node.isNull();
    }
  }

  /**
   * What a path leads to.
   *
   * @param several whether it leads to several values by its form, however many there are
   */
  record Found(List<Value> values, boolean several) {

    /** The only value; empty if there is none or it is missing. */
    Optional<Value> single() {
      return values.size() == 1
          ? Optional.of(values.get(0)).filter(v -> !v.isMissing())
          : Optional.empty();
    }

    /** The values of a path to several, or the items of the list that a path to one leads to. */
    Optional<List<Value>> items() {
      if (several) {
        return Optional.of(values);
      }
      return single().filter(v -> v.node().isArray()).map(v -> each(v));
    }
  }

  /**
   * @throws IllegalArgumentException if {@code text} is no path
   */
  static FieldPath of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find() && matcher.start() == end) {
      end = matcher.end();
      parts.add(part(matcher));
    }
    if (text.isEmpty() || end < text.length() || !(parts.get(0) instanceof Name)) {
      throw new IllegalArgumentException(
          "'%s' is no way to a field; expected names and items, such as doc.steps[0].text"
              .formatted(text));
    }
    return new FieldPath(text, parts);
  }

  private static Part part(Matcher matcher) {
    if (matcher.group(1) != null) {
      return new Name(matcher.group(1));
    }
    if (matcher.group(3) != null) {
      return new Where(matcher.group(3), matcher.group(4));
    }
    return matcher.group(2).isEmpty() ? new Items() : new Item(Integer.parseInt(matcher.group(2)));
  }

  /** The field of the record where the way begins. */
  String root() {
    return ((Name) parts.get(0)).name();
  }

  /** The last name on the way. */
  String lastName() {
    String last = root();
    for (Part part : parts) {
      if (part instanceof Name name) {
        last = name.name();
      }
    }
    return last;
  }

  /** What stands at the end of the way; missing values are among it. */
  Found in(ObjectNode record) {
    if (record.has(text)) {
      return new Found(List.of(new Value(text, record.get(text))), false); // a name with a dot
    }
    List<Value> values = List.of(new Value("", record));
    boolean several = false;
    boolean selected = false;
    for (Part part : parts) {
      List<Value> next = new ArrayList<>();
      if (part instanceof Item item && selected) {
        int index = item.index() < 0 ? values.size() + item.index() : item.index();
        next = index >= 0 && index < values.size() ? List.of(values.get(index)) : List.of();
        several = false;
      } else {
        for (Value value : values) {
          several |= follow(value, part, next);
        }
      }
      selected = part instanceof Items || part instanceof Where;
      values = next;
    }
    return new Found(List.copyOf(values), several);
  }

  /** Adds what the part leads to; true if that may be several. */
  private static boolean follow(Value from, Part part, List<Value> to) {
    JsonNode node = from.node();
    if (part instanceof Name name) {
      if (node.isArray()) {
        each(from).forEach(item -> follow(item, part, to));
        return true;
      }
      String field = from.field().isEmpty() ? name.name() : from.field() + "." + name.name();
      to.add(new Value(field, node.path(name.name())));
      return false;
    }
    if (part instanceof Item item) {
      int index = item.index() < 0 ? node.size() + item.index() : item.index();
      to.add(new Value(from.field() + "[" + index + "]", node.path(index)));
      return false;
    }
    each(from).stream().filter(item -> selects(part, item)).forEach(to::add);
    return true;
  }

  private static boolean selects(Part part, Value item) {
    return !(part instanceof Where where)
        || item.node().path(where.field()).asText().equals(where.value());
  }

  private static List<Value> each(Value list) {
    List<Value> items = new ArrayList<>();
    for (JsonNode item : list.node()) {
      items.add(new Value(list.field() + "[" + items.size() + "]", item));
    }
    return items;
  }

  @Override
  public String toString() {
    return text;
  }
}
