package org.prmlab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The golden values of reference.json; make_reference.py beside it made them. */
public final class Reference {
  /** Relative tolerance of all but the bootstrap. */
  static final double TOLERANCE = 1e-9;

  private static final JsonNode ROOT = read();

  private Reference() {}

  /** The records of one section. */
  public static Stream<JsonNode> records(String section) {
    return StreamSupport.stream(ROOT.required(section).spliterator(), false);
  }

  public static JsonNode record(String section) {
    return ROOT.required(section);
  }

  public static List<Double> numbers(JsonNode array) {
    return list(array, JsonNode::asDouble);
  }

  public static List<String> texts(JsonNode array) {
    return list(array, JsonNode::asText);
  }

  static List<Boolean> booleans(JsonNode array) {
    return list(array, JsonNode::asBoolean);
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> values = new ArrayList<>();
    array.forEach(node -> values.add(element.apply(node)));
    return values;
  }

  private static JsonNode read() {
    try (InputStream in = Reference.class.getResourceAsStream("reference.json")) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
