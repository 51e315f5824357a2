package org.prmlab.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.format.FormatException;
import org.prmlab.format.RecordLine;

@EnabledForJreRange(max = JRE.JAVA_22, disabledReason = "Spark runs on Java 17 to 22")
class RecordFilesTest {
  private static final String RECORD = "{\"id\":\"a\"}";

  @SuppressWarnings("NullAway.Init") // beforeAll
  private static SparkSession session;

  @TempDir private Path folder;

  @BeforeAll
  static void connect() {
    session =
        SparkSession.builder().master("local[2]").config("spark.ui.enabled", false).getOrCreate();
  }

  @AfterAll
  static void leave() {
    session.stop();
  }

  private static List<RecordLine> read(Path file) {
    RecordFiles.Records found = new RecordFiles(session).read(file);
    List<RecordLine> records = found.records().collect();
    assertEquals(records.size(), found.count());
    return records;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void linesAreThoseOfOneMachine() throws IOException {
    String text = "\ufeff" + RECORD + "\n \t\r\n{\"id\":\r\"b\"}\r\n\n" + RECORD.replace('a', 'π');
    Path plain = file("a,b {1}[2]*?#% c.jsonl", text);
    Path gzip = folder.resolve("lines.jsonl.gz");
    try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    }
    for (Path file : List.of(plain, gzip)) {
      String name = file.toString();
      assertEquals(
          List.of(
              new RecordLine(name, 0, RECORD),
              new RecordLine(name, 1, "{\"id\":\r\"b\"}\r"),
              new RecordLine(name, 2, "{\"id\":\"π\"}")),
          read(file));
    }
  }

  @Test
  void aFileInManyPartsKeepsItsOrder() throws IOException {
    List<String> lines = IntStream.range(0, 1000).mapToObj(i -> "{\"id\":" + i + "}").toList();
    Path file = Files.write(folder.resolve("many.jsonl"), lines);
    List<RecordLine> found = read(file);
    assertEquals(lines, found.stream().map(RecordLine::text).toList());
    assertEquals(999, found.get(999).index());
    assertTrue(new RecordFiles(session).read(file).records().getNumPartitions() > 1);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "none.jsonl  |            | no such file; expected one on a path that every machine sees",
        "_data.jsonl | {\"id\":1} | begins with '_' or '.', which hides it from Spark; rename it",
        "data.gz     | {\"id\":1} | is not gzip, though its name ends in .gz; rename it",
        "blank.jsonl | ' '        | holds no records; expected one a line",
      })
  void aFileThatCannotBeReadIsNamed(String name, @Nullable String text, String problem)
      throws IOException {
    Path file = text == null ? folder.resolve(name) : file(name, text);
    Exception e = assertThrows(FormatException.class, () -> read(file));
    assertEquals(file + ": " + problem, e.getMessage());
  }

  @Test
  void gzipByAnotherNameIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("data.jsonl"), new byte[] {0x1f, (byte) 0x8b, 8});
    Exception e = assertThrows(FormatException.class, () -> read(file));
    assertEquals(
        file + ": is gzip, which Spark knows by the name only; rename it to end in .gz",
        e.getMessage());
  }

  @Test
  void bytesThatAreNoTextAreNotReplaced() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, (RECORD + "\n{\"id\":\"é\"}").getBytes(StandardCharsets.ISO_8859_1));
    Exception e = assertThrows(Exception.class, () -> read(file));
    assertEquals(
        file + ":2: record cannot be decoded (Input length = 1); write it as UTF-8",
        Objects.requireNonNull(e.getCause()).getMessage());
  }
}
