package org.prmlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.stats.Estimate;

class TableFileTest {
  private static final ResultTable TABLE =
      ResultTable.of(
              List.of(
                  ResultColumn.text("part"),
                  ResultColumn.count("errors", "errors"),
                  ResultColumn.percent("F1", "f1"),
                  ResultColumn.coefficient("kappa", "kappa"),
                  ResultColumn.points("gap", "gap")))
          .row(
              "a|b_c, \"d\" & 5 %",
              1234,
              new Estimate(.57, .25, .75, .95),
              Optional.of(new Estimate(-.1, -.2, .3, .95)),
              new Estimate(-.0125, -.05, .025, .95))
          .row("{x}", 0, Estimate.unknown(1, .95, "3 problems"), Optional.empty(), null);

  @TempDir private Path folder;

  @Test
  void textHasUnitsAsTheyAreWritten() {
    assertEquals(
        List.of(
            List.of(
                "a|b_c, \"d\" & 5 %",
                "1234", "57.0 [25.0, 75.0]", "-0.100 [-0.200, 0.300]", "-1.3 [-5.0, +2.5]"),
            List.of("{x}", "0", "100.0 [too few]", "-", "")),
        TABLE.rows());
  }

  @Test
  void csvIsInPercentWithTheBoundsInColumnsOfTheirOwn() {
    assertEquals(
        """
        part,errors,f1_percent,f1_percent_low,f1_percent_high,kappa,kappa_low,kappa_high,gap_points,gap_points_low,gap_points_high
        "a|b_c, ""d"" & 5 %",1234,57,25,75,-0.1,-0.2,0.3,-1.25,-5,2.5
        {x},0,100,,,,,,,,
        """,
        TABLE.csv());
  }

  @Test
  void latexEscapesWhatItWouldRead() {
    assertEquals(
        """
        % needs \\usepackage{booktabs}
        \\begin{table}
        \\caption{[95 \\% interval]}
        \\begin{tabular}{lrrrr}
        \\toprule
        part & errors & F1 (\\%) & kappa & gap (points) \\\\
        \\midrule
        a\\textbar{}b\\_c, "d" \\& 5 \\% & 1234 & 57.0 [25.0, 75.0] & $-$0.100 [$-$0.200, 0.300] & $-$1.3 [$-$5.0, +2.5] \\\\
        \\{x\\} & 0 & 100.0 [too few] & -- &  \\\\
        \\bottomrule
        \\end{tabular}
        \\end{table}
        """,
        TABLE.latex());
  }

  @Test
  void aRowThatBeginsWithABracketIsNoOptionOfTheRowBefore() {
    assertTrue(ResultTable.withColumns("a").row("[x]").latex().contains("\n{}[x] \\\\"));
  }

  @Test
  void markdownEscapesBars() {
    assertEquals(
        """
        [95 % interval]

        | part | errors | F1 (%) | kappa | gap (points) |
        | :--- | ---: | ---: | ---: | ---: |
        | a\\|b\\_c, "d" &amp; 5 % | 1234 | 57.0 [25.0, 75.0] | -0.100 [-0.200, 0.300] | -1.3 [-5.0, +2.5] |
        | {x} | 0 | 100.0 [too few] | - |  |
        """,
        TABLE.markdown());
  }

  @Test
  void jsonHasNumbersUnitsAndTheReasonForMissingBounds() throws IOException {
    var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(TABLE.json());
    assertEquals("percent", json.at("/columns/2/unit").asText());
    assertEquals(57, json.at("/rows/0/f1/value").asDouble());
    assertEquals("a|b_c, \"d\" & 5 %", json.at("/rows/0/part").asText());
    assertTrue(json.at("/rows/1/f1/low").isNull());
    assertEquals("3 problems", json.at("/rows/1/f1/reason").asText());
    assertTrue(json.at("/rows/1/kappa").isNull());
  }

  @ParameterizedTest
  @CsvSource({
    "t.csv, part,errors",
    "t.tex, % needs",
    "t.md, [95",
    "t.html, <!DOCTYPE html>",
    "t.txt, part",
    "t.json, {\"caption\"",
  })
  void theEndingSaysHow(String name, String begins) throws IOException {
    Path file = folder.resolve("new").resolve(name);
    TABLE.write(file);
    assertTrue(Files.readString(file).startsWith(begins), Files.readString(file));
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void anotherEndingIsRefused() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> TABLE.write(Path.of("table.xls")));
    assertEquals(
        "table.xls: a table is written as .csv, .tex, .md, .html, .txt, .json or .parquet; name a"
            + " file that ends in one of these",
        error.getMessage());
  }

  @Test
  void severalTablesShareOneTextAndGetOneCsvEach() throws IOException {
    ResultTable second = ResultTable.withColumns("by length", "n").row("x", 1);
    Path csv = folder.resolve("all.csv");
    List<Path> written = TableFile.of(csv).write(List.of(TABLE, second, second));
    assertEquals(
        List.of(csv, folder.resolve("all-by_length.csv"), folder.resolve("all-by_length-2.csv")),
        written);
    assertEquals("by_length,n\nx,1\n", Files.readString(written.get(1)));
    Path tex = folder.resolve("all.tex");
    assertEquals(List.of(tex), TableFile.of(tex).write(List.of(TABLE, second)));
    assertEquals(3, Files.readString(tex).split("begin\\{tabular}", -1).length);
  }

  @Test
  void parquetNeedsTheDriverAndSaysHowToGetIt() {
    Path file = folder.resolve("t.parquet");
    var error =
        assertThrows(
            IllegalStateException.class, () -> TableParquet.write(TABLE, file, "jdbc:nodriver:"));
    assertTrue(
        String.valueOf(error.getMessage()).startsWith(file + ": Parquet needs the DuckDB driver"),
        error.getMessage());
    assertFalse(Files.exists(file));
  }

  @Test
  void parquetHoldsWhatCsvHolds() throws SQLException {
    Assumptions.assumeTrue(
        DriverManager.drivers().anyMatch(d -> d.getClass().getName().contains("duckdb")),
        "no DuckDB here");
    Path file = folder.resolve("t.parquet");
    TABLE.write(file);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT f1_percent, f1_percent_low, part FROM '" + file + "' ORDER BY errors")) {
      assertTrue(rows.next());
      assertEquals(100, rows.getDouble(1));
      rows.getDouble(2);
      assertTrue(rows.wasNull());
      assertEquals("{x}", rows.getString(3));
    }
  }

  @Test
  void keysAreUnique() {
    assertEquals(
        List.of("n", "n_2"),
        ResultTable.withColumns("n", "n").header().stream().map(ResultColumn::key).toList());
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> ResultTable.of(List.of(ResultColumn.text("a"), ResultColumn.count("b", "a"))));
    assertEquals("two columns have the key 'a'; keys must differ", error.getMessage());
  }
}
