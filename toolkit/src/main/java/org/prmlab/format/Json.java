package org.prmlab.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one JSON set-up of the readers and writers: no field twice, numbers kept digit by digit. NaN
 * and the infinities, which Python writes, are met as a fault of their record and not of the text.
 */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.FAIL_ON_NAN_TO_BIG_DECIMAL_COERCION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String DUPLICATE = "Duplicate field ";
  private static final String NOT_FINITE = "Not finite: ";
  private static final String SINGLE_QUOTE = "Unexpected character ('''";
  private static final Pattern PYTHON =
      Pattern.compile("Unrecognized token '(None|True|False|nan|inf)'.*", Pattern.DOTALL);

  private Json() {}

  /**
   * The next value of {@code parser}.
   *
   * @throws MismatchedInputException also for a number beyond any range, which Jackson lets through
   *     as another exception
   */
  static JsonNode readTree(JsonParser parser) throws IOException {
    try {
      return MAPPER.readTree(parser);
    } catch (InvalidFormatException e) {
      String problem = NOT_FINITE + e.getValue() + " in " + field(parser.getParsingContext());
      throw MismatchedInputException.from(parser, JsonNode.class, problem);
    } catch (NumberFormatException e) {
      throw MismatchedInputException.from(parser, JsonNode.class, "a number is out of range");
    }
  }

  /** A text as JSON writes it, in quotes. */
  static String text(String text) {
    return MAPPER.getNodeFactory().textNode(text).toString();
  }

  /** The text whose JSON text is this between quotes. */
  static String unquoted(String inside) {
    try {
      return inside.indexOf('\\') < 0 ? inside : MAPPER.readTree('"' + inside + '"').asText();
    } catch (JsonProcessingException e) {
      return inside; // of a value that is no text
    }
  }

  /** The place of a value in its record, e.g. {@code scores.prm[1]}. */
  private static String field(JsonStreamContext context) {
    StringBuilder field = new StringBuilder();
    for (JsonStreamContext c = context; !c.inRoot(); c = c.getParent()) {
      String part = c.inArray() ? "[" + c.getCurrentIndex() + "]" : "." + c.getCurrentName();
      field.insert(0, part);
    }
    return field.toString().replaceFirst("^(\\[\\d+])?\\.", "");
  }

  /** What Jackson found wrong, as the predicate of a sentence about a record. */
  static String fault(JsonProcessingException e) {
    if (isTruncated(e)) {
      return "ends in the middle; expected its closing brace. Is the file truncated?";
    }
    String message = e.getOriginalMessage();
    if (message.startsWith(NOT_FINITE)) {
      return "has %s, and JSON has no such number; write null where there is none (Python: json.dumps with allow_nan=False finds them)"
          .formatted(Excerpt.of(message.substring(NOT_FINITE.length())));
    }
    Matcher python = PYTHON.matcher(message);
    if (python.matches() || message.startsWith(SINGLE_QUOTE)) {
      return "is written as Python prints it (%s), not as JSON; write it by json.dumps"
          .formatted(python.matches() ? python.group(1) : "single quotes");
    }
    if (message.startsWith(DUPLICATE)) {
      int end = message.indexOf("' for", DUPLICATE.length() + 1);
      return "has the field %s' twice; expected once"
          .formatted(Excerpt.of(message.substring(DUPLICATE.length(), end)));
    }
    return "is not valid JSON (%s); expected one JSON object a record"
        .formatted(Excerpt.of(message));
  }

  static boolean isTruncated(JsonProcessingException e) {
    return e instanceof JsonEOFException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input");
  }
}
