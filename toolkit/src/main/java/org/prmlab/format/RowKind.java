package org.prmlab.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the records of a file are, as its first one tells. */
public enum RowKind {
  /** Solutions with their steps, in a format that is known. */
  SOLUTIONS,
  /** {@link PredictionRow}s. */
  PREDICTIONS,
  /** {@link ScoreRow}s, or what no reader knows. */
  SCORES;

  /**
   * The kind of a file.
   *
   * @throws FormatException if it cannot be read or holds no record
   */
  public static RowKind of(Path path) {
    try (RecordSource source = RecordFile.open(path)) {
      return of(Formats.first(source, path));
    } catch (IOException e) {
      throw RecordFile.unreadable(path, e);
    }
  }

  private static RowKind of(JsonRecord first) {
    if (first.has("id") && !first.has("steps")) {
      if (first.names(List.of("prediction")) || first.has("outputs")) {
        return PREDICTIONS;
      }
      if (first.isList("scores")) {
        return SCORES;
      }
    }
    return Formats.all().stream().anyMatch(format -> format.recognizes(first)) ? SOLUTIONS : SCORES;
  }
}
