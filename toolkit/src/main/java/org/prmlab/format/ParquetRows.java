package org.prmlab.format;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * The rows of a Parquet file, each as the text of a JSON object.
 *
 * <p>DuckDB does the reading. Its driver is large and not on the class path by default; see
 * docs/decisions/004.
 */
final class ParquetRows implements AutoCloseable {
  static final String URL = "jdbc:duckdb:";

  private static final String FILE = " FROM read_parquet(?)";
  private static final String DRIVER = "org.duckdb:duckdb_jdbc:1.3.1.0";
  private static final String TEXTS = "VARCHAR[]";

  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;

  private ParquetRows(Connection connection, String file, String select) throws SQLException {
    this.connection = connection;
    this.statement =
        connection.prepareStatement("SELECT to_json(r)::VARCHAR FROM (" + select + FILE + ") r");
    statement.setString(1, file);
    this.rows = statement.executeQuery();
  }

  /**
   * Opens a file with all its columns.
   *
   * @throws FormatException if the driver is not there, or the file cannot be read
   */
  static ParquetRows open(Path path, String url) {
    return open(path, url, connection -> "SELECT *");
  }

  /**
   * Opens a file of which only some columns are read, those that it has.
   *
   * @param counted a list of texts that is only counted: each comes empty
   * @throws FormatException if the driver is not there, or the file cannot be read
   */
  static ParquetRows open(Path path, Collection<String> columns, String counted) {
    return open(path, URL, c -> select(c, path.toString(), columns, counted));
  }

  /** The statement up to where the rows come from. */
  private interface Select {
    String of(Connection connection) throws SQLException;
  }

  private static ParquetRows open(Path path, String url, Select select) {
    String file = path.toString();
    try {
      Connection connection = DriverManager.getConnection(url, settings());
      try {
        return new ParquetRows(connection, file, select.of(connection));
      } catch (SQLException e) {
        connection.close();
        throw unreadable(file, e);
      }
    } catch (SQLException e) {
      throw FormatException.of(
          file,
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

  private static String select(
      Connection connection, String file, Collection<String> columns, String counted)
      throws SQLException {
    StringJoiner select = new StringJoiner(", ", "SELECT ", "");
    select.setEmptyValue("SELECT NULL AS nothing");
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT *" + FILE + " LIMIT 0")) {
      statement.setString(1, file);
      try (ResultSet empty = statement.executeQuery()) {
        var there = empty.getMetaData();
        for (int i = 1; i <= there.getColumnCount(); i++) {
          String name = there.getColumnName(i);
          String quoted = '"' + name.replace("\"", "\"\"") + '"';
          if (name.equals(counted) && there.getColumnTypeName(i).equals(TEXTS)) {
            String each = "CASE WHEN x IS NULL THEN NULL ELSE '' END";
            select.add("list_transform(%s, x -> %s) AS %s".formatted(quoted, each, quoted));
          } else if (name.equals(counted) || columns.contains(name)) {
            select.add(quoted);
          }
        }
      }
    }
    return select.toString();
  }

  /** The next row; empty at the end. */
  Optional<String> next() throws SQLException {
    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
  }

  /** What an error of the driver means for the user. */
  static FormatException unreadable(String file, SQLException e) {
    return FormatException.of(
        file,
        "cannot be read as Parquet (%s); is the download complete?"
            .formatted(Excerpt.of(String.valueOf(e.getMessage()))));
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        statement;
        rows) {
      // Closed in the order rows, statement, connection.
    }
  }
}
