package org.prmlab.scale;

import java.util.stream.Stream;
import org.prmlab.data.StepColumns;
import org.prmlab.format.RecordLine;
import org.prmlab.format.StepColumnReader;

/**
 * Keeps the labels of one source as numbers: records of the toolkit's own, read as the columns of
 * one machine are.
 *
 * @param source whose labels
 */
public record RateLines(String source) implements LineReader {
  @Override
  public KeyedLine read(RecordLine line) {
    StepColumns one = line.columns(StepColumnReader.of(source));
    StringBuilder rates = new StringBuilder();
    for (int step = 0; step < one.steps(0); step++) {
      rates.append(',').append(one.rate(0, step));
    }
    return new KeyedLine(line.index(), one.id(0), rates.toString());
  }

  /** Adds the labels in a line that was kept; it begins with a comma, so that none is empty. */
  static void add(String id, String text, StepColumns.Builder columns) {
    Stream.of(text.split(",")).skip(1).mapToDouble(Double::parseDouble).forEach(columns::add);
    columns.end(id);
  }
}
