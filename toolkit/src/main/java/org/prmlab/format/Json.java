package org.prmlab.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** The one JSON set-up of the readers and writers: no field twice, numbers kept digit by digit. */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String DUPLICATE = "Duplicate field ";

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
    } catch (NumberFormatException e) {
      throw MismatchedInputException.from(parser, JsonNode.class, "a number is out of range");
    }
  }

  /** A text as JSON writes it, in quotes. */
  static String text(String text) {
    return MAPPER.getNodeFactory().textNode(text).toString();
  }

  /** What Jackson found wrong, as the predicate of a sentence about a record. */
  static String fault(JsonProcessingException e) {
    if (isTruncated(e)) {
      return "ends in the middle; expected its closing brace. Is the file truncated?";
    }
    String message = e.getOriginalMessage();
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
