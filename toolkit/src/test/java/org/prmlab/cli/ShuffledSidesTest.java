package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;

/** The two sides of a comparison in files of several kinds, in different orders. */
class ShuffledSidesTest {
  private static final int SOLUTIONS = 60;

  @TempDir private Path folder;

  private final CommandRun cli = new CommandRun();

  private static List<String> records(String source) {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < SOLUTIONS; i++) {
      int correct = random.nextInt(9);
      int error = random.nextInt(3);
      String values =
          source.equals("mc")
              ? "{\"correct\": 8, \"total\": 8}, {\"correct\": %d, \"total\": 8}".formatted(correct)
              : error == 0 ? "true, false" : error == 1 ? "true, true" : "false, null";
      lines.add(
          """
          {"id": "s%d", "problem": "p \u00e9 %d", "steps": ["a \\"x\\"", "b\\nc"], "level": "l%d", \
          "raw": "%s", "step_labels": [{"source": "%s", "values": [%s]}]}\
          """
              .formatted(i, i / 4, i % 3, "long ".repeat(20), source, values));
    }
    return lines;
  }

  /** Writes lines as a file, or a folder, of this kind. */
  private Path write(String name, List<String> lines, String kind) throws IOException {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    Path path = folder.resolve(name + "." + kind);
    switch (kind) {
      case "jsonl" -> Files.write(path, text);
      case "jsonl.gz" -> {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
          out.write(text);
        }
      }
      case "jsonl.zst" -> {
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(path))) {
          out.write(text);
        }
      }
      case "shards" -> {
        Files.createDirectories(path);
        Files.write(path.resolve("part-2.jsonl"), lines.subList(0, 25));
        Files.write(path.resolve("part-10.jsonl"), lines.subList(25, lines.size()));
      }
      default -> parquet(write(name + "-plain", lines, "jsonl"), path);
    }
    return path;
  }

  private static void parquet(Path jsonl, Path to) {
    assumeTrue(
        DriverManager.drivers().anyMatch(d -> d.getClass().getName().startsWith("org.duckdb.")),
        "the DuckDB driver is not on the class path; run the tests with -Pparquet");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          "COPY (FROM read_json('%s')) TO '%s' (FORMAT parquet)".formatted(jsonl, to));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> shuffled(List<String> lines) {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(5));
    return shuffled;
  }

  private JsonNode report(String... command) throws IOException {
    assertEquals(0, cli.run(List.of(command)), cli.err.toString());
    ObjectNode report = (ObjectNode) cli.report();
    report.remove(List.of("first", "second", "out", "mc", "judge"));
    return report;
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "jsonl, jsonl",
    "jsonl.gz, jsonl.zst",
    "shards, jsonl.gz",
    "parquet, jsonl",
    "jsonl.gz, parquet",
    "parquet, parquet"
  })
  void agreeAndConsensusAreAsOfPlainFilesInOneOrder(String first, String second)
      throws IOException {
    Path mc = write("mc", records("mc"), first);
    Path judge = write("judge", shuffled(records("judge")), second);
    Path plainMc = write("plain-mc", records("mc"), "jsonl");
    Path plainJudge = write("plain-judge", records("judge"), "jsonl");
    Path kept = folder.resolve("kept.jsonl");
    Path expected = folder.resolve("expected.jsonl");
    assertEquals(agreement(plainMc, plainJudge), agreement(mc, judge));
    assertEquals(
        consensus(plainMc, plainJudge, expected).path("all"),
        consensus(mc, judge, kept).path("all"));
    List<LabeledSolution> solutions = Formats.read(kept).solutions();
    assertEquals(Formats.read(expected).solutions(), solutions);
    assertEquals(2, solutions.get(0).labels().size());
  }

  private JsonNode agreement(Path mc, Path judge) throws IOException {
    return report("agree", mc.toString(), judge.toString(), "--by", "level", "--json");
  }

  private JsonNode consensus(Path mc, Path judge, Path out) throws IOException {
    String[] files = {mc.toString(), judge.toString(), out.toString()};
    return report(
        "filter", "consensus", "--mc", files[0], "--judge", files[1], "--out", files[2], "--json");
  }

  @Test
  void aBadRowOfParquetIsNamed() throws IOException {
    List<String> lines = records("mc");
    lines.set(7, lines.get(7).replaceFirst("\"correct\": 8", "\"correct\": 9"));
    Path mc = write("mc", lines, "parquet");
    Path judge = write("judge", records("judge"), "jsonl");
    assertEquals(1, cli.run(List.of("agree", mc.toString(), judge.toString())));
    assertEquals(
        "error: %s:8: step_labels[0].values[0].correct is 9 of 8 rollouts; expected 0 to 8"
            .formatted(mc),
        cli.err.toString().strip());
  }
}
