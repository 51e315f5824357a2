package org.prmlab.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a file can be bad ends in one located sentence. */
class BadInputTest {
  private static final String RECORD =
      """
      {"id": "a", "generator": "ada", "problem": "1 + 1?", "steps": ["1 + 1", "= 2"], \
      "final_answer_correct": true, "label": -1}\
      """;

  @TempDir Path folder;

  private String fault(String content) throws IOException {
    return fault(Files.writeString(folder.resolve("in.json"), content));
  }

  private String fault(Path path) {
    var thrown = assertThrows(FormatException.class, () -> ProcessBench.read(path));
    return String.valueOf(thrown.getMessage()).replace(folder + "/", "");
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id": "a"            | "id": ""            | id is blank; expected text
          "id": "a"            | "id": 3             | id is the number 3; expected a string
          "generator": "ada"   | "generator": null   | generator is null; expected a string
          "problem": "1 + 1?"  | "problem": ["1"]    | problem is a list ["1"]; expected a string
          "problem": "1 + 1?"  | "problem": "\\ud83d" | problem holds half of a surrogate pair (U+D83D) at character 0; write the text as UTF-8
          ["1 + 1", "= 2"]     | []                  | steps is an empty list; expected at least one step
          ["1 + 1", "= 2"]     | "1 + 1"             | steps is the string "1 + 1"; expected a list of strings
          ["1 + 1", "= 2"]     | ["1 + 1", 2]        | steps[1] is the number 2; expected a string
          true                 | 1                   | final_answer_correct is the number 1; expected true or false
          "label": -1          | "label": 2          | label is 2, but the record has 2 steps; expected -1 (no error) or an index from 0 to 1
          "label": -1          | "label": -100       | label is -100, but the record has 2 steps; expected -1 (no error) or an index from 0 to 1
          "label": -1          | "label": 0.5        | label is the number 0.5; expected a whole number
          "label": -1          | "label": 4294967295 | label is the number 4294967295; expected a whole number
          "label": -1          | "label": "1"        | label is the string "1"; expected a whole number
          """)
  void aWrongFieldIsNamed(String field, String wrong, String expected) throws IOException {
    assertEquals("in.json:2: " + expected, fault("\n" + RECORD.replace(field, wrong)));
  }

  @Test
  void aMissingFieldIsNamedWithTheOnesThereAre() throws IOException {
    assertEquals(
        "in.json:1: problem is missing; expected a string."
            + " Is this another format? It has id, steps",
        fault("{\"id\": \"a\", \"steps\": [\"1\"]}"));
  }

  @Test
  void aNumberBeyondAnyRangeIsLocated() throws IOException {
    String wrong = RECORD.replace("-1}", "1e9999999999999999999999}");
    String expected =
        "record is not valid JSON (a number is out of range); expected one JSON object a record";
    assertEquals("in.json:1: " + expected, fault(wrong));
    assertEquals("in.json:2: " + expected, fault("[\n" + wrong + "]"));
  }

  @Test
  void aFieldGivenTwiceIsNotMerged() throws IOException {
    assertEquals(
        "in.json:1: record has the field 'label' twice; expected once",
        fault(RECORD.replace("\"label\": -1", "\"label\": -1, \"label\": 0")));
  }

  @ParameterizedTest(name = "after {0}")
  @ValueSource(strings = {"{", "\"id", "\"id\":", "\"steps\": [", "= 2\"", "true", "\"label\": -1"})
  void aFileCutOffIsCalledTruncated(String last) throws IOException {
    String begun = RECORD.substring(0, RECORD.indexOf(last) + last.length());
    String cut = "record ends in the middle; expected its closing brace. Is the file truncated?";
    assertEquals("in.json:1: " + cut, fault(begun));
    assertEquals("in.json:2: " + cut, fault("[\n" + begun));
  }

  @Test
  void aFileCutOffAnywhereIsLocated() throws IOException {
    for (int length = 1; length < RECORD.length(); length++) {
      String message = fault(RECORD.substring(0, length));
      assertTrue(message.startsWith("in.json:1: record "), message);
    }
  }

  @Test
  void anArrayCutOffBetweenRecordsIsCalledTruncated() throws IOException {
    String cut = "array ends without its closing ']'. Is the file truncated?";
    assertEquals("in.json:1: " + cut, fault("[" + RECORD));
    assertEquals("in.json:1: " + cut, fault("[" + RECORD + ","));
    assertEquals("in.json:1: " + cut, fault("["));
  }

  @Test
  void textAfterTheRecordsIsNotPassedOver() throws IOException {
    assertEquals(
        "in.json:1: text after the closing ']'; expected the end of the file."
            + " Are two files joined?",
        fault("[" + RECORD + "] {}"));
    assertEquals(
        "in.json:1: record is followed by more on its line; expected one record a line",
        fault(RECORD + " " + RECORD));
  }

  @ParameterizedTest(name = "case {index}")
  @ValueSource(strings = {"", " ", "\n\n\t"})
  void anEmptyFileIsCalledEmpty(String content) throws IOException {
    assertEquals(
        "in.json: is empty; expected a JSON array of records or one record a line", fault(content));
  }

  @Test
  void aFileThatIsNoJsonIsCalledSo() throws IOException {
    assertEquals(
        "in.json:1: does not start as JSON; expected '[' (an array) or '{' (one record a line)",
        fault("id,label"));
  }

  @Test
  void anArrayElementThatIsNoObjectIsShown() throws IOException {
    assertEquals("in.json:1: record is 7; expected an object in braces", fault("[7]"));
    assertEquals("in.json:1: record is null; expected an object in braces", fault("[null]"));
  }

  @Test
  void bytesThatAreNoUtf8AreLocated() throws IOException {
    byte[] bytes = ("\n" + RECORD).getBytes(UTF_8);
    bytes[RECORD.indexOf("ada") + 1] = (byte) 0xff;
    Path path = Files.write(folder.resolve("in.json"), bytes);
    assertEquals(
        "in.json:2: record is not valid JSON (Invalid UTF-8 start byte 0xff);"
            + " expected one JSON object a record",
        fault(path));
  }

  @Test
  void aGzipFileCutOffIsLocated() throws IOException {
    Path path = folder.resolve("in.json.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(RECORD.getBytes(UTF_8));
    }
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length - 12));
    assertEquals(
        "in.json.gz:1: cannot be read (Unexpected end of ZLIB input stream);"
            + " is the download complete?",
        fault(path));
  }

  @Test
  void aMissingFileIsCalledSo() {
    assertEquals("none.json: no such file; check the path", fault(folder.resolve("none.json")));
  }

  @Test
  void aFolderIsNoFileOfRecords() throws IOException {
    Path path = Files.createDirectory(folder.resolve("sub"));
    assertEquals(
        "sub: is a folder without data; expected files that end in .jsonl, .json or .parquet (.gz"
            + " or .zst after it)",
        fault(path));
  }

  @Test
  void aFileWithoutReadPermissionIsCalledSo() throws IOException {
    Path path = Files.writeString(folder.resolve("in.json"), RECORD);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("-w-------"));
    assumeFalse(Files.isReadable(path), "this user may read every file");
    assertEquals(
        "in.json: no permission to read it; expected a readable file (try: chmod u+r)",
        fault(path));
  }

  @Test
  void aRefusalOfTheFileSystemIsToldAsMissingPermission() {
    assertEquals(
        "in.json: no permission to read it; expected a readable file (try: chmod u+r)",
        RecordFile.unreadable(Path.of("in.json"), new AccessDeniedException("in.json"))
            .getMessage());
  }

  @Test
  void twoRecordsWithOneIdAreNotMerged() throws IOException {
    assertEquals(
        "in.json: solutions 1 and 2 have the same id 'a'; ids must differ",
        fault(RECORD + "\n" + RECORD));
  }
}
