package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The rows of a Parquet file as records, so that the readers of JSON records read them too. The
 * "line" of a fault is the row, counted from 1.
 */
final class ParquetRecords implements RecordSource {
  private final String file;
  private final ParquetRows rows;
  private long index = -1;

  private ParquetRecords(String file, ParquetRows rows) {
    this.file = file;
    this.rows = rows;
  }

  static RecordSource open(Path path) {
    return open(path, ParquetRows.URL);
  }

  static RecordSource open(Path path, String url) {
    return new ParquetRecords(path.toString(), ParquetRows.open(path, url));
  }

  @Override
  public Optional<JsonRecord> next() throws MalformedRecord {
    try {
      Optional<String> row = rows.next();
      if (row.isEmpty()) {
        return Optional.empty();
      }
      index++;
      return Optional.of(record(row.get()));
    } catch (SQLException e) {
      throw new MalformedRecord(ParquetRows.unreadable(file, e), "", Recovery.NONE);
    }
  }

  private JsonRecord record(String text) throws MalformedRecord {
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      ObjectNode row = (ObjectNode) Json.readTree(parser);
      return JsonRecord.of(row, new JsonRecord.Place(file, index + 1, index));
    } catch (JsonProcessingException e) {
      throw malformed(text, "row " + Json.fault(e));
    } catch (IOException e) {
      throw malformed(text, "row cannot be read (" + e.getMessage() + "); is it text?");
    }
  }

  private MalformedRecord malformed(String text, String problem) {
    return new MalformedRecord(
        FormatException.at(file, index + 1, problem), text, Recovery.NEXT_RECORD);
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new IOException("cannot close " + file, e);
    }
  }
}
