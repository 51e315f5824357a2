package org.prmlab.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * The rows of a Parquet file as JSON objects, so that the readers of JSON records read them too.
 *
 * <p>DuckDB does the reading. Its driver is large and not on the class path by default; see
 * docs/decisions. The "line" of a fault is the row, counted from 1.
 */
final class ParquetRecords implements RecordSource {
  private static final String URL = "jdbc:duckdb:";
  private static final String ROWS = "SELECT to_json(r)::VARCHAR FROM read_parquet(?) r";
  private static final String DRIVER = "org.duckdb:duckdb_jdbc:1.3.1.0";

  private final String file;
  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private long index = -1;

  private ParquetRecords(String file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.statement = connection.prepareStatement(ROWS);
    statement.setString(1, file);
    this.rows = statement.executeQuery();
  }

  static RecordSource open(Path path) {
    return open(path, URL);
  }

  static RecordSource open(Path path, String url) {
    try {
      Connection connection = DriverManager.getConnection(url, settings());
      try {
        return new ParquetRecords(path.toString(), connection);
      } catch (SQLException e) {
        connection.close();
        throw unreadable(path.toString(), e);
      }
    } catch (SQLException e) {
      throw FormatException.of(
          path.toString(),
          "is Parquet, which needs the DuckDB driver on the class path (73 MB). ./prmlab fetches it"
              + " where a file is named that ends in .parquet; elsewhere: ./mvnw dependency:copy"
              + " -Dartifact="
              + DRIVER
              + " -DoutputDirectory=toolkit/target/lib");
    }
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("autoinstall_known_extensions", "false");
    return settings;
  }

  private static FormatException unreadable(String file, SQLException e) {
    return FormatException.of(
        file,
        "cannot be read as Parquet (%s); is the download complete?"
            .formatted(Excerpt.of(String.valueOf(e.getMessage()))));
  }

  @Override
  public Optional<JsonRecord> next() throws MalformedRecord {
    try {
      if (!rows.next()) {
        return Optional.empty();
      }
      index++;
      return Optional.of(record(rows.getString(1)));
    } catch (SQLException e) {
      throw new MalformedRecord(unreadable(file, e), "", Recovery.NONE);
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
    try (connection;
        statement;
        rows) {
      // Closed in the order rows, statement, connection.
    } catch (SQLException e) {
      throw new IOException("cannot close " + file, e);
    }
  }
}
