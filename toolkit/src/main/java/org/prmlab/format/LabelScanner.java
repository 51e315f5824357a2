package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.prmlab.data.Binarization;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepColumns;
import org.prmlab.data.StepLabel;

/** Picks one source's labels out of records, token by token; passes over everything else. */
final class LabelScanner {
  private final JsonParser parser;
  private final String source;
  private final double neutral;
  private final StepColumns.Builder columns;

  private String id = "";
  private int steps;
  private boolean found;

  LabelScanner(
      JsonParser parser, String source, NeutralRating neutral, StepColumns.Builder columns) {
    this.parser = parser;
    this.source = source;
    this.neutral =
        StepLabel.Rating.NEUTRAL
            .hard(Binarization.withDefaults().withNeutral(neutral))
            .map(hard -> hard == StepLabel.Hard.CORRECT ? 1.0 : 0.0)
            .orElse(Double.NaN);
    this.columns = columns;
  }

  /** What is wrong with a record, as a sentence. */
  static final class BadLabel extends Exception {
    private static final long serialVersionUID = 1;

    BadLabel(String message) {
      super(message);
    }
  }

  /** Reads the record whose first token is the current one. */
  void record() throws IOException, BadLabel {
    expect(parser.currentToken() == JsonToken.START_OBJECT, "record is no JSON object in braces");
    id = "";
    steps = 0;
    found = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "id" -> id = text(value, "id");
        case "steps" -> steps = count(value);
        case "step_labels" -> sources(value);
        default -> parser.skipChildren();
      }
    }
    expect(!id.isBlank(), "id is missing; expected a string");
    expect(found, "step_labels has no labels from " + source + "; is it another source's file?");
    if (columns.open() != steps) {
      throw new BadLabel(
          "step_labels has %d labels from %s for %d steps; expected one a step"
              .formatted(columns.open(), source, steps));
    }
    columns.end(id);
  }

  private String text(JsonToken value, String field) throws IOException, BadLabel {
    expect(value == JsonToken.VALUE_STRING, field + " is no string");
    return parser.getText();
  }

  private int count(JsonToken list) throws IOException, BadLabel {
    expect(list == JsonToken.START_ARRAY, "steps is no list of strings");
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      count++;
    }
    return count;
  }

  private void sources(JsonToken list) throws IOException, BadLabel {
    expect(list == JsonToken.START_ARRAY, "step_labels is no list");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser.currentToken() == JsonToken.START_OBJECT, "step_labels holds no objects");
      source();
    }
  }

  /** The first entry of the source counts; the values may stand before its name. */
  private void source() throws IOException, BadLabel {
    boolean same = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("source")) {
        same = text(value, "step_labels.source").equals(source);
      } else if (field.equals("values") && !found) {
        expect(value == JsonToken.START_ARRAY, "step_labels.values is no list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          columns.add(rate());
        }
      } else {
        parser.skipChildren();
      }
    }
    if (same) {
      found = true;
    } else if (!found) {
      columns.forget();
    }
  }

  private double rate() throws IOException, BadLabel {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> 1;
      case VALUE_FALSE -> 0;
      case VALUE_NULL -> Double.NaN;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> soft(parser.getDoubleValue());
      case START_OBJECT -> counted();
      default -> throw new BadLabel("step_labels.values holds text; expected labels");
    };
  }

  private static double soft(double rate) throws BadLabel {
    if (!(rate >= 0 && rate <= 1)) {
      throw new BadLabel("step_labels.values holds %s; expected 0 to 1".formatted(rate));
    }
    return rate;
  }

  /** {@code {"correct", "total"}} or {@code {"rating"}}. */
  private double counted() throws IOException, BadLabel {
    int correct = -1;
    int total = 0;
    double rating = Double.NaN;
    boolean rated = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "correct" -> correct = integer(value, field);
        case "total" -> total = integer(value, field);
        case "rating" -> {
          rating = value == JsonToken.VALUE_NULL ? Double.NaN : rating(integer(value, field));
          rated = true;
        }
        default -> parser.skipChildren();
      }
    }
    if (!rated && !(total > 0 && correct >= 0 && correct <= total)) {
      throw new BadLabel(
          "step_labels.values holds %d of %d rollouts; expected 0 to all of them"
              .formatted(correct, total));
    }
    return rated ? rating : (double) correct / total;
  }

  private double rating(int rating) throws BadLabel {
    return switch (rating) {
      case -1 -> 0;
      case 0 -> neutral;
      case 1 -> 1;
      default -> throw new BadLabel("rating is %d; ratings are -1, 0 or 1".formatted(rating));
    };
  }

  private int integer(JsonToken value, String field) throws IOException, BadLabel {
    expect(value == JsonToken.VALUE_NUMBER_INT, field + " is no whole number");
    return parser.getIntValue();
  }

  private static void expect(boolean right, String wrong) throws BadLabel {
    if (!right) {
      throw new BadLabel(wrong);
    }
  }
}
