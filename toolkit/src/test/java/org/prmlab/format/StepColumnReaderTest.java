package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepColumns;

class StepColumnReaderTest {
  private static final String RECORD =
      """
      {"id": "%s", "steps": ["{", "]}", "c", "d", "e"], "step_labels": [\
      {"source": "me", "values": [true, true]}, \
      {"values": [{"correct": 3, "total": 8}, null, 0.5, true, {"rating": 0}], "source": "mc"}], \
      "other": {"id": [{}]}}
      """;

  @TempDir Path folder;

  private StepColumns read(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("in.jsonl"), content);
    return StepColumnReader.of("mc").read(path);
  }

  private static void assertLabels(StepColumns columns, int solution, double... expected) {
    assertEquals(expected.length, columns.steps(solution));
    for (int step = 0; step < expected.length; step++) {
      assertEquals(expected[step], columns.rate(solution, step));
    }
  }

  @Test
  void everyKindOfLabelIsARate() throws IOException {
    StepColumns columns = read(RECORD.formatted("a"));
    assertEquals("a", columns.id(0));
    assertLabels(columns, 0, 0.375, Double.NaN, 0.5, 1, Double.NaN);
    Path path = folder.resolve("in.jsonl");
    assertLabels(
        StepColumnReader.of("mc").withNeutral(NeutralRating.AS_CORRECT).read(path),
        0,
        0.375,
        Double.NaN,
        0.5,
        1,
        1);
    assertLabels(
        StepColumnReader.of("mc").withNeutral(NeutralRating.AS_INCORRECT).read(path),
        0,
        0.375,
        Double.NaN,
        0.5,
        1,
        0);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 7})
  void blocksComeInFileOrderWhateverTheThreads(int threads) throws IOException {
    StringBuilder text = new StringBuilder();
    int records = 60_000; // about 15 MB: several blocks
    for (int i = 0; i < records; i++) {
      text.append(RECORD.formatted(i));
    }
    Path path = folder.resolve("in.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    StepColumns columns = StepColumnReader.of("mc").withThreads(threads).read(path);
    assertEquals(records, columns.solutions());
    assertEquals(5 * records, columns.steps());
    for (int i = 0; i < records; i++) {
      assertEquals(Integer.toString(i), columns.id(i));
      assertEquals(0.375, columns.rate(i, 0));
    }
    String wrong = text.append("\n{}").toString();
    Files.writeString(path, wrong);
    FormatException fault =
        assertThrows(
            FormatException.class, () -> StepColumnReader.of("mc").withThreads(threads).read(path));
    assertEquals(records + 2, fault.line());
  }

  @ParameterizedTest(name = "{1} as {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id": "a"     | "id": ""       | id is missing; expected a string
          "id": "a"     | "id": 7        | id is no string
          "steps": [    | "steps": 3, "x": [ | steps is no list of strings
          "c", "d"      | "c"            | step_labels has 5 labels from mc for 4 steps; expected one a step
          "mc"}         | "judge"}       | step_labels has no labels from mc; is it another source's file?
          0.5           | 1.5            | step_labels.values holds 1.5; expected 0 to 1
          0.5           | "good"         | step_labels.values holds text; expected labels
          "correct": 3  | "correct": 9   | step_labels.values holds 9 of 8 rollouts; expected 0 to all of them
          "correct": 3  | "correct": "3" | correct is no whole number
          "rating": 0   | "rating": 2    | rating is 2; ratings are -1, 0 or 1
          {"id": "a"    | [{"id": "a"    | record is no JSON object in braces
          "d", "e"]     | "d", "e"       | record is not valid JSON (Unexpected character (':' (code 58)): was expecting comma to...); expected one JSON object a record
          """)
  void aBadRecordIsNamedWithItsLine(String right, String wrong, String expected)
      throws IOException {
    String bad = RECORD.formatted("a").replace(right, wrong);
    FormatException fault =
        assertThrows(FormatException.class, () -> read(RECORD.formatted("0") + "\n" + bad));
    assertEquals(folder.resolve("in.jsonl") + ":3: " + expected, fault.getMessage());
  }

  @Test
  void aFileCutOffIsCalledTruncated() {
    String cut = RECORD.formatted("a").repeat(2);
    FormatException fault =
        assertThrows(FormatException.class, () -> read(cut.substring(0, cut.length() - 20)));
    assertEquals(
        folder.resolve("in.jsonl")
            + ":2: record ends in the middle; expected its closing brace. Is the file truncated?",
        fault.getMessage());
  }

  @Test
  void twoRecordsOnOneLineAreRefused() {
    String two = RECORD.formatted("a").strip() + RECORD.formatted("b");
    assertEquals(
        folder.resolve("in.jsonl") + ":1: a second record on one line; expected one a line",
        assertThrows(FormatException.class, () -> read(two)).getMessage());
  }

  @Test
  void anArrayIsNoJsonl() {
    assertEquals(
        folder.resolve("in.jsonl")
            + ": is no JSONL; columns are read from one record a line, in braces",
        assertThrows(FormatException.class, () -> read("[]")).getMessage());
    assertEquals(
        folder.resolve("in.jsonl")
            + ": is empty; expected a JSON array of records or one record a line",
        assertThrows(FormatException.class, () -> read("\n")).getMessage());
  }
}
