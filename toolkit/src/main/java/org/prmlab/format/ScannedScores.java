package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.prmlab.data.SolutionRow;

/**
 * The {@code scores} of one record after the other: lists of numbers by name of the PRM. A single
 * number is of an outcome reward model, and passed over.
 */
final class ScannedScores {
  private final JsonParser parser;
  private final SolutionRow row;
  private final List<String> prms;

  private double[] values = new double[32];
  private int most;

  ScannedScores(JsonParser parser, SolutionRow row) {
    this.parser = parser;
    this.row = row;
    this.prms = row.request().prms();
  }

  /** Reads the object whose first brace is the current token. */
  void read() throws IOException, RowScanner.NotPlain {
    RowScanner.expect(parser.currentToken() == JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int wanted = prms.indexOf(parser.currentName());
      JsonToken value = parser.nextToken();
      if (wanted < 0 || value == JsonToken.VALUE_NULL || value.isNumeric()) {
        parser.skipChildren();
      } else {
        row.scores(wanted, values, numbers());
      }
    }
  }

  /** Whether no list was longer than that; forgets them. */
  void requireAtMost(int steps) throws RowScanner.NotPlain {
    RowScanner.expect(most <= steps);
    most = 0;
  }

  private int numbers() throws IOException, RowScanner.NotPlain {
    RowScanner.expect(parser.currentToken() == JsonToken.START_ARRAY);
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      RowScanner.expect(parser.currentToken().isNumeric());
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count] = parser.getDoubleValue();
      RowScanner.expect(Double.isFinite(values[count]));
      count++;
    }
    most = Math.max(most, count);
    return count;
  }
}
