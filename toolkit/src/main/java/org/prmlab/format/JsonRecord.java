package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object of a file, read field by field. Every fault names file, line and field.
 *
 * <p>A field that is absent and one that is {@code null} are the same: the formats use both.
 */
public final class JsonRecord {
  private final ObjectNode node;
  private final Place place;
  private final String prefix;

  private JsonRecord(ObjectNode node, Place place, String prefix) {
    this.node = node;
    this.place = place;
    this.prefix = prefix;
  }

  static JsonRecord of(ObjectNode node, Place place) {
    return new JsonRecord(node, place, "");
  }

  /** The same record at another position among all records. */
  JsonRecord numbered(long index) {
    return new JsonRecord(node, new Place(place.file(), place.line(), index), prefix);
  }

  /**
   * Where a record stands.
   *
   * @param file the file as the caller named it
   * @param line where the record begins, counted from 1
   * @param index position among the file's records, counted from 0, bad ones included
   */
  record Place(String file, long line, long index) {}

  /** Position among the file's records, counted from 0, bad ones included. */
  public long index() {
    return place.index();
  }

  /** The line on which the record begins, counted from 1. */
  public long line() {
    return place.line();
  }

  /** Whether the field is present and not {@code null}. */
  public boolean has(String field) {
    return !node.path(field).isMissingNode() && !node.path(field).isNull();
  }

  /** Whether a field holds a list. */
  boolean isList(String field) {
    return node.path(field).isArray();
  }

  /** Whether all these fields are named in the record, {@code null} included. */
  public boolean names(Collection<String> fields) {
    return fields.stream().allMatch(node::has);
  }

  /** A string; may be empty. */
  public String text(String field) {
    return text(field, required(field, "a string"));
  }

  /** A string, or empty if the field is absent. */
  public Optional<String> optionalText(String field) {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  /** A string that is not blank. */
  public String filledText(String field) {
    String text = text(field);
    if (text.isBlank()) {
      throw fault(field, "is blank; expected text");
    }
    return text;
  }

  /** A string or a whole number, as text: the formats write identities both ways. */
  public String identity(String field) {
    JsonNode value = required(field, "a string or a whole number");
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    return text(field, value);
  }

  /** A whole number that fits an {@code int}. */
  public int integer(String field) {
    return integer(field, required(field, "a whole number"));
  }

  /** A finite number. */
  public double number(String field) {
    return number(field, required(field, "a number"));
  }

  /** {@code true} or {@code false}; numbers are not taken for either. */
  public boolean flag(String field) {
    return flag(field, required(field, "true or false"));
  }

  /** A list of strings, each of which may be empty. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(field, "a list of strings")) {
      texts.add(text(item(field, texts.size()), item));
    }
    return texts;
  }

  /** A list of finite numbers. */
  public List<Double> numbers(String field) {
    return numbers(field, list(field, "a list of numbers"));
  }

  /** One finite number or a list of such, which stands at {@code field}. */
  List<Double> numberOrNumbers(String field, JsonNode value) {
    return value.isNumber()
        ? List.of(number(field, value))
        : numbers(field, asList(field, value, "a number or a list of numbers"));
  }

  /** A list of whole numbers. */
  public List<Integer> integers(String field) {
    List<Integer> integers = new ArrayList<>();
    for (JsonNode item : list(field, "a list of whole numbers")) {
      integers.add(integer(item(field, integers.size()), item));
    }
    return integers;
  }

  /** A list of {@code true} and {@code false}. */
  public List<Boolean> flags(String field) {
    List<Boolean> flags = new ArrayList<>();
    for (JsonNode item : list(field, "a list of true and false")) {
      flags.add(flag(item(field, flags.size()), item));
    }
    return flags;
  }

  /** What stands in the field, of whatever kind; a missing node if there is none. */
  JsonNode value(String field) {
    return node.path(field);
  }

  /** An object. */
  public JsonRecord object(String field) {
    return object(field, required(field, "an object"));
  }

  /** A list of objects. */
  public List<JsonRecord> objects(String field) {
    List<JsonRecord> objects = new ArrayList<>();
    for (JsonNode item : list(field, "a list of objects")) {
      objects.add(object(item(field, objects.size()), item));
    }
    return objects;
  }

  /** The items of a list, of whatever kind. */
  List<JsonNode> items(String field) {
    List<JsonNode> items = new ArrayList<>();
    list(field, "a list").forEach(items::add);
    return items;
  }

  /** The object {@code value}, which stands at {@code field}. */
  JsonRecord object(String field, JsonNode value) {
    checked(value.isObject(), field, value, "an object");
    return new JsonRecord((ObjectNode) value, place, prefix + field + ".");
  }

  /** The names of the fields, in file order. */
  public List<String> fields() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The fields not in {@code read}, as JSON text. */
  public Map<String, String> rest(Set<String> read) {
    Map<String, String> rest = new LinkedHashMap<>();
    node.properties()
        .forEach(
            p -> {
              if (!read.contains(p.getKey())) {
                rest.put(p.getKey(), p.getValue().toString());
              }
            });
    return rest;
  }

  /**
   * A fault of one field.
   *
   * @param problem what is wrong, what was expected, what to do; follows the field's name
   */
  public FormatException fault(String field, String problem) {
    return FormatException.at(place.file(), place.line(), prefix + field + " " + problem);
  }

  /** The record itself. */
  ObjectNode node() {
    return node;
  }

  /** The record as JSON text. */
  @Override
  public String toString() {
    return node.toString();
  }

  private JsonNode required(String field, String expected) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      throw fault(
          field,
          "is missing; expected " + expected + ". Is this another format? It has " + names());
    }
    if (value.isNull()) {
      throw fault(field, "is null; expected " + expected);
    }
    return value;
  }

  private String names() {
    return node.isEmpty() ? "no fields" : String.join(", ", fields());
  }

  private JsonNode list(String field, String expected) {
    return asList(field, required(field, expected), expected);
  }

  private JsonNode asList(String field, JsonNode value, String expected) {
    return checked(value.isArray(), field, value, expected);
  }

  private List<Double> numbers(String field, JsonNode items) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode item : items) {
      numbers.add(number(item(field, numbers.size()), item));
    }
    return numbers;
  }

  /** The string {@code value}, which stands at {@code field}. */
  String text(String field, JsonNode value) {
    String text = checked(value.isTextual(), field, value, "a string").asText();
    Optional<String> damage = TextDamage.in(text);
    if (damage.isPresent()) {
      throw fault(field, damage.get());
    }
    return text;
  }

  private int integer(String field, JsonNode value) {
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    return checked(fits, field, value, "a whole number").intValue();
  }

  /** The number {@code value}, which stands at {@code field}. */
  double number(String field, JsonNode value) {
    boolean finite = value.isNumber() && Double.isFinite(value.doubleValue());
    return checked(finite, field, value, "a number").doubleValue();
  }

  private boolean flag(String field, JsonNode value) {
    return checked(value.isBoolean(), field, value, "true or false").booleanValue();
  }

  /** A field whatever it is. */
  JsonNode node(String field) {
    return required(field, "a value");
  }

  JsonNode checked(boolean fits, String field, JsonNode value, String expected) {
    if (!fits) {
      throw fault(field, "is " + Excerpt.described(value) + "; expected " + expected);
    }
    return value;
  }

  private static String item(String field, int index) {
    return field + "[" + index + "]";
  }
}
