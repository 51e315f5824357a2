package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.StepLabel;

class ColumnReaderTest {
  private static final ColumnRequest ALL =
      ColumnRequest.withDefaults()
          .withSource(ColumnRequest.FIRST_SOURCE)
          .withSource("mc")
          .withSource("judge")
          .withPrm("p")
          .withField("level");
  private static final String RECORD =
      """
      {"id": "%1$s", "generator": "g%2$d", "problem": "What is %2$d?", "other": {"id": [{}]}, \
      "steps": ["{", "]}", "c", "d", "e"], "label": %2$d, "final_answer_correct": %3$s, \
      "step_labels": [{"source": "me", "values": [true, true, false, null, 0.25]}, \
      {"values": [{"correct": 3, "total": 8}, null, 0.5, true, {"rating": 0}], "source": "mc"}], \
      "scores": {"q": [1], "p": [0.5, 1, 1e-3]}, "level": "hard"}
      """;

  @TempDir Path folder;

  private static String records(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(RECORD.formatted("s" + i, i % 5, i % 2 == 0 ? "true" : "null"));
    }
    return text.toString();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("in.jsonl"), content);
  }

  @Test
  void everythingThatIsAskedForIsThere() throws IOException {
    SolutionColumns columns = ColumnReader.of(ALL).read(file(records(2)));
    assertEquals(2, columns.size());
    assertEquals(10, columns.steps());
    assertEquals("s1", columns.ids().get(1));
    assertEquals(List.of("g0", "g1"), columns.generators().names());
    assertEquals(1, columns.verdict(1));
    assertTrue(columns.isAnswerCorrect(0));
    assertFalse(columns.isAnswerCorrect(1));
    assertEquals(2, columns.problems().size());
    assertEquals(StepLabel.monteCarlo(3, 8), columns.labels("mc").label(5));
    assertEquals(StepLabel.soft(0.5), columns.labels("mc").label(7));
    assertEquals(StepLabel.Rating.NEUTRAL, columns.labels("mc").label(9));
    assertEquals(StepLabel.soft(0.25), columns.labels(ColumnRequest.FIRST_SOURCE).label(4));
    assertFalse(columns.labels("judge").has(0));
    assertEquals(StepLabel.Unlabeled.UNLABELED, columns.labels("judge").label(0));
    assertEquals(3, columns.scores("p").scored(1));
    assertEquals(1e-3, columns.scores("p").score(7));
    assertEquals(Double.NaN, columns.scores("p").score(8));
    assertEquals("hard", columns.field("level").names().get(columns.field("level").code(0)));
  }

  @Test
  void recordsReadOneByOneGiveTheSameColumns() throws IOException {
    Path lines = file(records(11));
    Path array = folder.resolve("in.json");
    Files.writeString(array, "[" + records(11).strip().replace("\n", ",\n") + "]");
    assertEquals(
        described(ColumnReader.of(ALL).read(array)), described(ColumnReader.of(ALL).read(lines)));
  }

  private static List<Object> described(SolutionColumns columns) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      all.add(columns.ids().get(i));
      all.add(columns.verdict(i));
      all.add(columns.isAnswerCorrect(i));
      all.add(columns.problems().of(i));
      all.add(columns.generators().code(i));
      all.add(columns.field("level").code(i));
      all.add(columns.scores("p").scored(i));
      for (int step = columns.begin(i); step < columns.begin(i) + columns.steps(i); step++) {
        all.add(columns.scores("p").score(step));
        for (String source : ALL.sources()) {
          all.add(columns.labels(source).label(step));
        }
      }
    }
    return all;
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 7})
  void blocksComeInFileOrderWhateverTheThreads(int threads) throws IOException {
    int records = 25_000; // about 11 MB: several blocks
    Path path = folder.resolve("in.jsonl.gz");
    String text = records(records);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    SolutionColumns columns = ColumnReader.of(ALL).withThreads(threads).read(path);
    assertEquals(records, columns.size());
    assertEquals(5 * records, columns.steps());
    assertEquals(5, columns.problems().size());
    for (int i = 0; i < records; i++) {
      assertEquals("s" + i, columns.ids().get(i));
      assertEquals(text.charAt((int) columns.position(i)), '{');
      assertEquals(text.charAt((int) columns.position(i) + columns.labelsEnd(i)), ']');
      assertEquals(i % 5, columns.verdict(i));
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id": "s1"   | "id": ""         | id is blank; expected text
          "c", "d"     | "c"              | step_labels[0].values has 5 entries; expected 4, one for each of the others
          "label": 1   | "label": 5       | label is 5, but the record has 5 steps; expected -1 (no error) or an index from 0 to 4
          "correct": 3 | "correct": 9     | step_labels[1].values[0].correct is 9 of 8 rollouts; expected 0 to 8
          "p": [0.5, 1 | "p": [0, 0, 0, 0, 0 | scores.p has 6 scores for 5 steps; expected at most one a step
          """)
  void aBadRecordIsNamedAsEverywhere(String right, String wrong, String expected)
      throws IOException {
    Path path =
        file(
            records(3)
                .replace(
                    RECORD.formatted("s1", 1, "null"),
                    RECORD.formatted("s1", 1, "null").replace(right, wrong)));
    assertEquals(
        path + ":2: " + expected,
        assertThrows(FormatException.class, () -> ColumnReader.of(ALL).read(path)).getMessage());
  }

  @Test
  void anIdThatComesTwiceIsRefused() throws IOException {
    Path path = file(records(2) + records(1));
    assertEquals(
        path + ": solutions 1 and 3 have the same id 's0'; ids must differ",
        assertThrows(FormatException.class, () -> ColumnReader.of(ALL).read(path)).getMessage());
  }

  @Test
  void theShardsOfAFolderAreOneFile() throws IOException {
    Path shards = Files.createDirectories(folder.resolve("shards"));
    Files.writeString(shards.resolve("part-1.jsonl"), records(2));
    Files.writeString(shards.resolve("part-2.jsonl"), records(4).substring(records(2).length()));
    Path whole = file(records(4));
    assertEquals(
        described(ColumnReader.of(ALL).read(whole)), described(ColumnReader.of(ALL).read(shards)));
  }
}
