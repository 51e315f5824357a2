package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.RealData;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;

class ParquetTest {
  @TempDir Path folder;

  private Path parquet(String select) throws SQLException {
    assumeTrue(
        DriverManager.drivers().anyMatch(d -> d.getClass().getName().startsWith("org.duckdb.")),
        "the DuckDB driver is not on the class path; run the tests with -Pparquet");
    Path path = folder.resolve("in.parquet");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + path + "' (FORMAT parquet)");
    }
    return path;
  }

  @Test
  void aRowIsReadAsTheRecordItHolds() throws SQLException, IOException {
    Path json = Files.writeString(folder.resolve("in.json"), Records.line("processbench"));
    Path path = parquet("SELECT * FROM read_json('" + json + "')");
    assertEquals(Formats.read(json).solutions(), Formats.read(path).solutions());
  }

  @Test
  void realRecordsAreTheSameFromParquet() throws SQLException {
    Path json = RealData.file("processbench_gsm8k.json");
    Path path = parquet("SELECT * FROM read_json('" + json + "')");
    StepDataset data = Formats.read(path);
    assertEquals("processbench", data.card().format());
    assertEquals(ProcessBench.read(json).solutions(), data.solutions());
  }

  @Test
  void aBadRowIsNamed() throws SQLException {
    Path path =
        parquet(
            "SELECT 'a' AS id, 'g' AS generator, 'p' AS problem, ['s'] AS steps,"
                + " true AS final_answer_correct, unnest([-1, 4]) AS label");
    FormatException fault = assertThrows(FormatException.class, () -> ProcessBench.read(path));
    assertEquals(
        path
            + ":2: label is 4, but the record has 1 steps; expected -1 (no error) or an index"
            + " from 0 to 0",
        fault.getMessage());
  }

  @Test
  void aFileCutOffIsCalledSo() throws SQLException, IOException {
    Path path = parquet("SELECT range AS x FROM range(1000)");
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    FormatException fault = assertThrows(FormatException.class, () -> Formats.read(path));
    String begin = path + ": cannot be read as Parquet (Invalid Input Error: No magic bytes";
    assertEquals(begin, String.valueOf(fault.getMessage()).substring(0, begin.length()));
  }

  @Test
  void onlyTheColumnsThatAreAskedForAreRead() throws SQLException, IOException {
    Path path =
        parquet(
            "SELECT 'a' AS id, 'p' AS problem, ['s', 't'] AS steps, 'long' AS raw, 3 AS level,"
                + " [{'source': 'mc', 'values': [true, false]}] AS step_labels");
    try (InputStream lines = ParquetLines.open(path, ColumnRequest.withDefaults())) {
      assertEquals(
          "{\"id\":\"a\",\"problem\":\"p\",\"steps\":[\"\",\"\"]}\n",
          new String(lines.readAllBytes(), StandardCharsets.UTF_8));
    }
    ColumnRequest more = ColumnRequest.withDefaults().withSource("mc").withField("level");
    SolutionColumns columns = ColumnReader.of(more).read(path);
    assertEquals(StepLabel.Hard.INCORRECT, columns.labels("mc").label(1));
    assertEquals(List.of("3"), columns.field("level").names());
  }

  @Test
  void aMissingDriverIsSaidWithTheWayToAddIt() throws IOException {
    Path path = Files.writeString(folder.resolve("in.parquet"), "PAR1");
    FormatException fault =
        assertThrows(FormatException.class, () -> ParquetRecords.open(path, "jdbc:none:"));
    assertEquals(
        path
            + ": is Parquet, which needs the DuckDB driver on the class path (73 MB). ./prmlab"
            + " fetches it where a file is named that ends in .parquet; elsewhere: ./mvnw"
            + " dependency:copy -Dartifact=org.duckdb:duckdb_jdbc:1.3.1.0"
            + " -DoutputDirectory=toolkit/target/lib",
        fault.getMessage());
  }
}
