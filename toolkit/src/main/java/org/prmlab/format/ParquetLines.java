package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.ColumnRequest;

/**
 * The rows of a Parquet file as JSONL, of which only those columns are read that solutions in
 * columns need.
 */
final class ParquetLines extends InputStream {
  private static final List<String> ALWAYS =
      List.of("id", "generator", "problem", "problem_id", "label", "final_answer_correct");

  private final ParquetRows rows;
  private byte[] line = {};
  private int at;

  private ParquetLines(ParquetRows rows) {
    this.rows = rows;
  }

  /**
   * Opens a file.
   *
   * @throws FormatException if the driver is not there, or the file cannot be read
   */
  static ParquetLines open(Path path, ColumnRequest request) {
    String counted = request.texts().isEmpty() ? "steps" : "";
    return new ParquetLines(ParquetRows.open(path, columns(request), counted));
  }

  private static List<String> columns(ColumnRequest request) {
    List<String> columns = new ArrayList<>(ALWAYS);
    columns.addAll(request.fields());
    if (!request.sources().isEmpty()) {
      columns.add("step_labels");
    }
    if (!request.prms().isEmpty()) {
      columns.addAll(List.of("scores", "score_meanings", "outcome_scores"));
    }
    if (request.texts().isPresent()) {
      columns.addAll(List.of("steps", "answer", "final_answer"));
    }
    return columns;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int begin, int length) throws IOException {
    if (at == line.length && !advance()) {
      return -1;
    }
    int some = Math.min(length, line.length - at);
    System.arraycopy(line, at, to, begin, some);
    at += some;
    return some;
  }

  private boolean advance() throws IOException {
    try {
      Optional<String> row = rows.next();
      line = row.map(r -> (r + '\n').getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
      at = 0;
      return row.isPresent();
    } catch (SQLException e) {
      throw new IOException("cannot read on", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new IOException("cannot close", e);
    }
  }
}
