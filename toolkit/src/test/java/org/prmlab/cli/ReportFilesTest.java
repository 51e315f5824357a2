package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands print as JSON, and write as tables; golden files in {@code reports}. */
class ReportFilesTest {
  private final CommandRun run = new CommandRun();
  @TempDir private Path folder;

  private List<String> command(String line) throws IOException {
    for (String name : List.of("data.jsonl", "predictions.jsonl")) {
      try (InputStream in = golden(name)) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
    }
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      words.add(word.endsWith(".jsonl") ? folder.resolve(word).toString() : word);
    }
    words.addAll(List.of("--resamples", "100"));
    return words;
  }

  private static InputStream golden(String name) {
    return Objects.requireNonNull(
        ReportFilesTest.class.getResourceAsStream("/org/prmlab/cli/reports/" + name), name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "step-errors, evaluate step-errors --data data.jsonl --prm sharp",
    "step-errors-two, evaluate step-errors --data data.jsonl --prm sharp --prm dull",
    "step-errors-predictions,"
        + " evaluate step-errors --data data.jsonl --predictions predictions.jsonl",
    "best-of-n, evaluate best-of-n --data data.jsonl",
    "calibration, evaluate calibration --data data.jsonl --prm dull --bins 5",
    "compare, compare sharp dull --data data.jsonl",
    "agree, agree data.jsonl data.jsonl --first mc --second judge --by level",
    "consensus,"
        + " filter consensus --mc data.jsonl --judge data.jsonl --out kept.jsonl --by level",
  })
  void keysAndNumbersOfJsonStay(String name, String line) throws IOException {
    assertEquals(0, run.run(CommandRun.with(command(line), "--json")), run.err.toString());
    String printed = run.out.toString().replace(folder + "/", "");
    try (InputStream in = golden(name + ".json")) {
      assertSame(CommandRun.JSON.readTree(in), CommandRun.JSON.readTree(printed), name);
    }
  }

  private static void assertSame(JsonNode golden, JsonNode printed, String where) {
    assertEquals(golden.getNodeType(), printed.getNodeType(), where);
    if (golden.isNumber()) {
      assertEquals(golden.asDouble(), printed.asDouble(), 1e-9, where);
    } else if (golden.isContainerNode()) {
      assertEquals(names(golden), names(printed), where);
      assertEquals(golden.size(), printed.size(), where);
      golden
          .properties()
          .forEach(
              e -> assertSame(e.getValue(), printed.get(e.getKey()), where + "." + e.getKey()));
      for (int i = 0; golden.isArray() && i < golden.size(); i++) {
        assertSame(golden.get(i), printed.get(i), where + "." + i);
      }
    } else {
      assertEquals(golden, printed, where);
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void tablesAreWrittenBesideTheReport() throws IOException {
    Path csv = folder.resolve("errors.csv");
    Path tex = folder.resolve("errors.tex");
    Path markdown = folder.resolve("errors.md");
    List<String> command = command("evaluate step-errors --data data.jsonl --prm sharp --json");
    assertEquals(
        0,
        run.run(
            CommandRun.with(
                command, "--csv", "" + csv, "--latex", "" + tex, "--table", "" + markdown)),
        run.err.toString());
    JsonNode report = run.report();
    List<String> lines = Files.readAllLines(csv);
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).endsWith(",f1_percent,f1_percent_low,f1_percent_high"), lines.get(0));
    double f1 = Double.parseDouble(lines.get(1).split(",", -1)[9]);
    assertEquals(report.at("/all/f1/value").asDouble(), f1, 1e-9);
    assertEquals(3, Files.readAllLines(folder.resolve("errors-generator.csv")).size());
    assertTrue(run.err.toString().contains("wrote " + csv + ", "), run.err.toString());
    assertTrue(Files.readString(tex).contains("generator & errors & located (\\%)"));
    assertTrue(Files.readString(markdown).contains("| length | errors | located (%) |"));
  }

  @Test
  void aReportWithoutTablesIsListedKeyByKey() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.tsv"), "1\t1.0\n");
    Path csv = folder.resolve("grades.csv");
    assertEquals(0, run.run(List.of("grade", pairs.toString(), "--csv", csv.toString())));
    List<String> lines = Files.readAllLines(csv);
    assertEquals("key,value", lines.get(0));
    assertTrue(lines.contains("pairs.0.verdict,equal"), lines.toString());
  }

  @Test
  void anUnknownEndingIsRefusedBeforeAnythingIsDone() throws IOException {
    List<String> command =
        command("filter consensus --mc data.jsonl --judge data.jsonl --out kept.jsonl");
    assertEquals(2, run.run(CommandRun.with(command, "--table", "kept.xls")));
    run.assertError("kept.xls: a table is written as .csv, .tex, .md, .html, .txt, .json or");
    assertFalse(Files.exists(folder.resolve("kept.jsonl")));
  }
}
