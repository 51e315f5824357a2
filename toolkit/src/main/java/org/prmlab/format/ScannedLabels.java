package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.LabelCode;
import org.prmlab.data.SolutionRow;
import org.prmlab.data.StepLabel;

/** The {@code step_labels} of one record after the other. */
final class ScannedLabels {
  private static final StepLabel.Rating[] RATINGS = StepLabel.Rating.values();

  private final JsonParser parser;
  private final SolutionRow row;
  private final List<String> sources;
  private final int first;

  private long[] packed = new long[32];
  private int count;
  private int fewest;
  private int most;
  private int entries;
  private final List<String> before = new ArrayList<>();

  ScannedLabels(JsonParser parser, SolutionRow row) {
    this.parser = parser;
    this.row = row;
    this.sources = row.request().sources();
    this.first = sources.indexOf(ColumnRequest.FIRST_SOURCE);
  }

  /** Reads the list whose first bracket is the current token. */
  void read() throws IOException, RowScanner.NotPlain {
    RowScanner.expect(parser.currentToken() == JsonToken.START_ARRAY);
    entries = 0;
    before.clear();
    fewest = Integer.MAX_VALUE;
    most = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      RowScanner.expect(parser.currentToken() == JsonToken.START_OBJECT);
      entry();
      entries++;
    }
  }

  /** Whether every source that was read has a label a step; forgets them. */
  void requireOneEach(int steps) throws RowScanner.NotPlain {
    RowScanner.expect(entries == 0 || (fewest == steps && most == steps));
    entries = 0;
  }

  /** The values may stand before the name of their source. */
  private void entry() throws IOException, RowScanner.NotPlain {
    String source = "";
    boolean values = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("source")) {
        RowScanner.expect(source.isEmpty() && value == JsonToken.VALUE_STRING);
        source = parser.getText();
      } else if (field.equals("values")) {
        RowScanner.expect(!values && value == JsonToken.START_ARRAY);
        values();
        values = true;
      } else {
        parser.skipChildren();
      }
    }
    RowScanner.expect(values && !source.isBlank() && !before.contains(source));
    before.add(source);
    if (first >= 0 && entries == 0) {
      row.labels(first, packed, count);
    }
    int wanted = sources.indexOf(source);
    if (wanted >= 0) {
      row.labels(wanted, packed, count);
    }
  }

  private void values() throws IOException, RowScanner.NotPlain {
    count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count == packed.length) {
        packed = Arrays.copyOf(packed, 2 * count);
      }
      packed[count++] = label();
    }
    fewest = Math.min(fewest, count);
    most = Math.max(most, count);
  }

  private long label() throws IOException, RowScanner.NotPlain {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> LabelCode.hard(true);
      case VALUE_FALSE -> LabelCode.hard(false);
      case VALUE_NULL -> LabelCode.unlabeled();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> soft(parser.getDoubleValue());
      case START_OBJECT -> object();
      default -> throw new RowScanner.NotPlain();
    };
  }

  private static long soft(double rate) throws RowScanner.NotPlain {
    RowScanner.expect(rate >= 0 && rate <= 1);
    return LabelCode.soft(rate);
  }

  /** {@code {"correct", "total"}}, with or without {@code "tried"}, or {@code {"rating"}}. */
  private long object() throws IOException, RowScanner.NotPlain {
    int correct = -1;
    int total = 0;
    int tried = 0;
    int rating = Integer.MIN_VALUE;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        continue; // as Parquet has it, where other records fill the field
      }
      RowScanner.expect(parser.currentToken() == JsonToken.VALUE_NUMBER_INT);
      int number = parser.getIntValue();
      switch (field) {
        case "correct" -> correct = number;
        case "total" -> total = number;
        case "tried" -> tried = number;
        case "rating" -> rating = number;
        default -> throw new RowScanner.NotPlain();
      }
    }
    if (rating != Integer.MIN_VALUE) {
      RowScanner.expect(total == 0 && tried == 0 && correct == -1 && Math.abs(rating) <= 1);
      return LabelCode.packed(RATINGS[rating + 1]);
    }
    tried = tried == 0 ? total : tried;
    RowScanner.expect(total > 0 && correct >= 0 && correct <= total && tried >= total);
    RowScanner.expect(tried < 1 << 20);
    return LabelCode.rollouts(correct, total, tried);
  }
}
