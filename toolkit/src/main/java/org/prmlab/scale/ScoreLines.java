package org.prmlab.scale;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prmlab.format.RecordLine;
import org.prmlab.format.ScoreRow;

/** Keeps the scores of rows {@code {"id", "scores"}}. */
public record ScoreLines() implements LineReader {
  @Override
  public KeyedLine read(RecordLine line) {
    ScoreRow row = line.scores();
    return new KeyedLine(
        line.index(),
        row.id(),
        row.scores().stream().map(String::valueOf).collect(Collectors.joining(",", ",", "")));
  }

  /** The scores in a line that was kept; it begins with a comma, so that none is empty. */
  static List<Double> scores(String text) {
    return Stream.of(text.split(",")).skip(1).map(Double::valueOf).toList();
  }
}
