package org.prmlab.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a table as Parquet through DuckDB, whose driver is not on the class path by default. */
final class TableParquet {
  private static final String URL = "jdbc:duckdb:";

  private TableParquet() {}

  static void write(ResultTable table, Path file) {
    write(table, file, URL);
  }

  static void write(ResultTable table, Path file, String url) {
    List<FlatColumn> columns = TableData.flat(table);
    try (Connection connection = connect(file, url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          columns.stream()
              .map(c -> quoted(c.name()) + (c.isNumeric() ? " DOUBLE" : " VARCHAR"))
              .collect(Collectors.joining(", ", "CREATE TABLE t (", ")")));
      insert(connection, columns, table.cells().size());
      statement.execute(
          "COPY t TO '%s' (FORMAT parquet)".formatted(file.toString().replace("'", "''")));
    } catch (SQLException e) {
      throw new IllegalStateException(
          "%s: cannot be written as Parquet (%s)".formatted(file, e.getMessage()), e);
    }
  }

  private static Connection connect(Path file, String url) {
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new IllegalStateException(
          file.toString().replaceFirst("\\.part$", "")
              + ": Parquet needs the DuckDB driver on the class path (73 MB); get it with ./mvnw"
              + " dependency:copy -Dartifact=org.duckdb:duckdb_jdbc:1.3.1.0"
              + " -DoutputDirectory=toolkit/target/lib, or write .csv",
          e);
    }
  }

  private static void insert(Connection connection, List<FlatColumn> columns, int rows)
      throws SQLException {
    String marks = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t VALUES (" + marks + ")")) {
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < columns.size(); i++) {
          Optional<Object> value = columns.get(i).values().get(row);
          insert.setObject(
              i + 1, value.map(v -> v instanceof BigDecimal d ? d.doubleValue() : v).orElse(null));
        }
        insert.execute();
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
