package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.nio.file.Path;
import org.prmlab.model.folder.CheckpointException;

/**
 * The fields of {@code config.json}, or of an object in it, each checked when it is read.
 *
 * @param file named in errors
 */
record ConfigFields(Path file, JsonNode json) {
  boolean has(String field) {
    return json.hasNonNull(field);
  }

  /** The fields of an object inside; of none at all if it is absent. */
  ConfigFields inside(String field) {
    return new ConfigFields(file, json.path(field));
  }

  String text(String field, String missing) {
    return json.path(field).asText(missing);
  }

  boolean isTrue(String field) {
    return json.path(field).asBoolean();
  }

  /** A whole number from 1 on. */
  int whole(String field, int largest) {
    return whole(field, 1, largest);
  }

  /** A whole number in a range, its ends included. */
  int whole(String field, int smallest, int largest) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber() || value.longValue() < smallest || value.longValue() > largest) {
      throw error(
          "%s is %s; expected a whole number from %d to %d",
          field, shown(value), smallest, largest);
    }
    return value.intValue();
  }

  /** A number above 0; {@code missing} if the field is absent and that is above 0 too. */
  double real(String field, double missing, double largest) {
    JsonNode value = json.path(field);
    double number = value.isNumber() ? value.doubleValue() : value.isMissingNode() ? missing : 0;
    if (!(number > 0 && number <= largest)) {
      throw error("%s is %s; expected a number above 0, at most %s", field, shown(value), largest);
    }
    return number;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : value.toString();
  }

  @FormatMethod
  CheckpointException error(@FormatString String message, Object... values) {
    return CheckpointException.at(file, message, values);
  }
}
