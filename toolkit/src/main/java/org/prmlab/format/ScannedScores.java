package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.SolutionRow;

/**
 * The {@code scores} of one record after the other: lists of numbers by name of the PRM, or single
 * numbers of outcome reward models; and what stands in fields of their own beside them.
 */
final class ScannedScores {
  private final JsonParser parser;
  private final SolutionRow row;

  private double[] values = new double[32];
  private int most;

  ScannedScores(JsonParser parser, SolutionRow row) {
    this.parser = parser;
    this.row = row;
  }

  /** Reads the object whose first brace is the current token. */
  void read() throws IOException, RowScanner.NotPlain {
    RowScanner.expect(parser.currentToken() == JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value.isNumeric()) {
        row.outcome(name, finite());
      } else if (value != JsonToken.VALUE_NULL) {
        boolean asked = row.asks(name);
        int count = numbers(asked);
        if (asked) {
          row.scores(name, values, count);
        }
      }
    }
  }

  /** Reads {@code {"name of the PRM": "step-correct"}}. */
  void readMeanings() throws IOException, RowScanner.NotPlain {
    RowScanner.expect(parser.currentToken() == JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String prm = parser.currentName();
      RowScanner.expect(parser.nextToken() == JsonToken.VALUE_STRING);
      Optional<ScoreMeaning> meaning = ScoreMeaning.named(parser.getText());
      RowScanner.expect(meaning.isPresent());
      row.meaning(prm, meaning.orElseThrow());
    }
  }

  /** Reads {@code {"name of the outcome model": number}}. */
  void readOutcomes() throws IOException, RowScanner.NotPlain {
    RowScanner.expect(parser.currentToken() == JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String model = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        RowScanner.expect(parser.currentToken().isNumeric() && !row.hasOutcome(model));
        row.outcome(model, finite());
      }
    }
  }

  /** Whether no list was longer than that; forgets them. */
  void requireAtMost(int steps) throws RowScanner.NotPlain {
    RowScanner.expect(most <= steps);
    most = 0;
  }

  private double finite() throws IOException, RowScanner.NotPlain {
    double value = parser.getDoubleValue();
    RowScanner.expect(Double.isFinite(value));
    return value;
  }

  private int numbers(boolean asked) throws IOException, RowScanner.NotPlain {
    RowScanner.expect(parser.currentToken() == JsonToken.START_ARRAY);
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      RowScanner.expect(parser.currentToken().isNumeric());
      if (asked) {
        values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
        values[count] = finite();
      } else {
        RowScanner.expect(!parser.isNaN());
      }
      count++;
    }
    most = Math.max(most, count);
    return count;
  }
}
