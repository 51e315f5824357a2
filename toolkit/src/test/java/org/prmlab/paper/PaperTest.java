package org.prmlab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTest {
  private final Paper paper = Paper.asPrinted();

  @ParameterizedTest(name = "table {0} has {1} rows and {2} columns")
  @CsvSource({
    "1, 5, 9", "2, 3, 14", "3, 4, 10", "4, 4, 15", "5, 11, 6", "6, 14, 9", "7, 18, 14",
    "8, 7, 9", "9, 14, 9", "10, 14, 8", "11, 8, 9", "12, 8, 9", "13, 35, 10", "14, 35, 10",
    "15, 35, 6", "16, 35, 6"
  })
  void holdsEveryRowOfTheTables(int table, int rows, int columns) {
    assertEquals(rows, paper.table(table).rows().size());
    assertEquals(columns, paper.table(table).columns().size());
  }

  @ParameterizedTest(name = "figure {0} has {1} rows")
  @CsvSource({"1, 11", "2, 3", "3, 2", "4, 2", "5, 8", "6, 4", "7, 4", "8, 11", "9, 6"})
  void holdsTheNumbersOfTheFigures(int figure, int rows) {
    assertEquals(rows, paper.figure(figure).rows().size());
  }

  @Test
  void keepsNumbersAsPrinted() {
    PrintedRow row = paper.table(6).row("Qwen2.5-Math-PRM-7B");
    assertEquals(new BigDecimal("88.0"), row.number("MATH"));
    assertEquals(67.6, row.value("Avg"));
  }

  @Test
  void namesTheRowsItHasWhenOneIsMissing() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> paper.figure(3).row("in between"));
    assertEquals(
        "figure03 has no row 'in between'; it has [before filtering, after filtering]",
        error.getMessage());
  }

  @Test
  void saysWhichTablesThereAre() {
    var error = assertThrows(IllegalArgumentException.class, () -> paper.table(17));
    assertEquals("the paper has no table17; tables are 1 to 16", error.getMessage());
  }

  @Test
  void namesTheCellThatHoldsNoNumber() {
    var row = paper.table(13).row("maj@8");
    var error = assertThrows(IllegalArgumentException.class, () -> row.number("scoring"));
    assertEquals(
        "row 'maj@8', column 'scoring' holds '-'; a number was expected", error.getMessage());
  }

  @Test
  void namesTheLineWithAWrongNumberOfCells() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> PrintedTable.parse("table99", List.of("Setting,Avg", "maj@8,66.2,1")));
    assertEquals("table99.csv:2: 3 cells; the header has 2", error.getMessage());
  }

  @Test
  void rejectsAnEmptyFile() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> PrintedTable.parse("t", List.of()));
    assertEquals("t.csv is empty; a header line was expected", error.getMessage());
  }

  @Test
  void readsAnotherFolderAndNamesTheMissingFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("table01.csv"), "Setting,Avg\nmaj@8,66.2\n");
    var error = assertThrows(java.io.UncheckedIOException.class, () -> Paper.read(folder));
    var missing = assertInstanceOf(NoSuchFileException.class, error.getCause());
    assertEquals(folder.resolve("table02.csv").toString(), missing.getFile());
  }

  @Test
  void benchmarksAreFoundByTheirColumn() {
    assertEquals(Benchmark.MINERVA, Benchmark.ofColumn("Minerva").orElseThrow());
    assertEquals(true, Benchmark.ofColumn("CMATH").isEmpty());
  }

  /** The paper's protocol card: one average of seven benchmarks has about 0.63 points of noise. */
  @Test
  void aSevenBenchmarkAverageHasAboutSixTenthsOfAPointOfNoise() {
    double halfWidth =
        BinomialNoise.halfWidth(paper.table(6).row("Qwen2.5-Math-PRM-7B")).orElseThrow();
    assertEquals(0.63, halfWidth / 1.96, 0.02);
  }

  /** Two benchmarks, p = 1/2 each: variance (0.25/500 + 0.25/40) / 4, by hand. */
  @Test
  void noiseIsTheSumOfBinomialVariances() {
    var table = PrintedTable.parse("t", List.of("Setting,MATH500,AMC23,Avg", "x,50.0,50.0,50.0"));
    double standardError = 100 * Math.sqrt((0.25 / 500 + 0.25 / 40) / 4);
    assertEquals(
        1.959963984540054 * standardError,
        BinomialNoise.halfWidth(table.row("x")).orElseThrow(),
        1e-12);
  }

  @Test
  void noiseIsUnknownWhereABenchmarkSizeIs() {
    assertEquals(true, BinomialNoise.halfWidth(paper.table(15).row("maj@8")).isEmpty());
  }

  /**
   * By hand, for 80.0 of 207 and 40.0 of 193: derivatives 2 * 0.16 / 1.44 and 2 * 0.64 / 1.44,
   * variance 0.0494 * 0.16 / 207 + 0.7901 * 0.24 / 193.
   */
  @Test
  void anF1IsAsUncertainAsItsTwoAccuracies() {
    var row = new PrintedRow("made up", Map.of("GSM8K err", "80.0", "GSM8K cor", "40.0"));
    assertEquals(6.262, BinomialNoise.halfWidth(row, ProcessBenchSplit.GSM8K), 1e-3);
  }
}
