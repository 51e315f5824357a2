package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;

/** The beginning of a text, short enough for an error message of one line. */
final class Excerpt {
  private static final int LENGTH = 60;

  private Excerpt() {}

  /** A JSON value with the word for its kind. */
  static String described(JsonNode value) {
    String kind =
        switch (value.getNodeType()) {
          case STRING -> "the string ";
          case NUMBER -> "the number ";
          case ARRAY -> "a list ";
          case OBJECT -> "an object ";
          default -> "";
        };
    return kind + of(value.toString());
  }

  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "...";
  }
}
