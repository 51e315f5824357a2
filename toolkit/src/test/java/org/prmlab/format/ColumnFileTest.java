package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.DerivedTexts;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.SolutionColumns;

class ColumnFileTest {
  private static final ColumnRequest VERDICTS = ColumnRequest.withDefaults();

  @TempDir Path folder;

  private static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          "{\"id\": \"é%d\", \"problem\": \"p%d\", \"steps\": [\"a\", \"b\\\\n%d\"], \"label\": %d}"
              .formatted(i, i / 3, i, i % 3 - 1));
    }
    return lines;
  }

  private Path file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    if (!name.endsWith(".gz")) {
      return Files.writeString(path, text);
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  private Path fileOf(String name, List<String> lines) throws IOException {
    return file(
        name,
        name.endsWith(".json")
            ? "[" + String.join(",\n", lines) + "]"
            : String.join("\n", lines) + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"in.jsonl", "in.jsonl.gz", "in.json"})
  void singleSolutionsAreReadAgain(String name) throws IOException {
    Path path = fileOf(name, lines(50));
    List<LabeledSolution> all = Formats.read(path).solutions();
    ColumnFile columns = ColumnFile.read(path, VERDICTS);
    for (int i : new int[] {0, 17, 49}) {
      assertEquals(all.get(i), columns.solution(i));
    }
    assertEquals(List.of(3, 8), List.copyOf(columns.solutions(8, 3, 8).keySet()));
    assertEquals(all.get(3), columns.solutions(8, 3).get(3));
    assertEquals(Formats.read(path).card(), columns.card());
    var error = assertThrows(IndexOutOfBoundsException.class, () -> columns.solution(50));
    assertEquals("solution 50 of 50, counted from 0", error.getMessage());
  }

  @Test
  void solutionsOfShardsAreReadFromTheirShard() throws IOException {
    Path shards = Files.createDirectories(folder.resolve("shards"));
    Files.write(shards.resolve("part-1.jsonl"), lines(9).subList(0, 4));
    Files.write(shards.resolve("part-2.jsonl"), lines(9).subList(4, 9));
    ColumnFile columns = ColumnFile.read(shards, VERDICTS);
    assertEquals("é3", columns.solution(3).solution().id());
    assertEquals("é4", columns.solution(4).solution().id());
    assertEquals("é8", columns.solution(8).solution().id());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"in.jsonl", "in.json"})
  void aFileThatHasChangedIsRefused(String name) throws IOException {
    Path path = fileOf(name, lines(9));
    ColumnFile columns = ColumnFile.read(path, VERDICTS);
    fileOf(name, lines(12).subList(3, 8));
    var error = assertThrows(FormatException.class, () -> columns.solution(5));
    assertEquals(
        path + ": has changed since its columns were read; read it again", error.getMessage());
  }

  @Test
  void textsThatNeedCareAreReadAsTheReadersOfRecordsDo() throws IOException {
    List<String> lines = lines(6);
    lines.set(2, lines.get(2).replace("\"a\"", "\"so \\\\frac \\frac12\""));
    lines.set(3, lines.get(3).replace("\"a\"", "\"\\u2248 \\ud835\\udc65\""));
    lines.set(4, lines.get(4).replace("\"a\"", "\"\\boxed{1}\\t2\""));
    Path path = fileOf("in.jsonl", lines);
    ColumnFile columns = ColumnFile.read(path, VERDICTS);
    assertEquals(6, columns.columns().size());
    assertEquals(Formats.read(path).card().notes(), columns.notes());
    assertEquals(
        List.of(
            "2 records have control characters (first in line 3: U+000C before 'rac12' in step 1),"
                + " as a backslash that was not doubled leaves; the text is kept as it is"),
        columns.notes());
    for (int i = 0; i < 6; i++) {
      assertEquals(Formats.read(path).solutions().get(i), columns.solution(i));
      assertTrue(columns.columns().position(i) >= 0);
    }
  }

  @Test
  void halfASurrogatePairIsNamedAsEverywhere() throws IOException {
    List<String> lines = lines(4);
    lines.set(2, lines.get(2).replace("\"a\"", "\"\\ud835\""));
    Path path = fileOf("in.jsonl", lines);
    var error = assertThrows(FormatException.class, () -> ColumnFile.read(path, VERDICTS));
    var expected = assertThrows(FormatException.class, () -> Formats.read(path));
    assertEquals(expected.getMessage(), error.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"in.jsonl", "in.json"})
  void everyPrmAndOutcomeModelIsFoundByName(String name) throws IOException {
    String record = "{\"id\": \"%s\", \"problem\": \"p\", \"steps\": [\"a\", \"b\"], %s}";
    Path path =
        fileOf(
            name,
            List.of(
                record.formatted("1", "\"scores\": {\"late\": null}"),
                record.formatted("2", "\"scores\": {\"orm\": [0.9], \"prm\": [0.5, 1]}"),
                record.formatted(
                    "3",
                    "\"score_meanings\": {\"prm\": \"step-correct\"}, \"scores\": {\"prm\": [0.25],"
                        + " \"late\": 3}"),
                record.formatted("4", "\"outcome_scores\": {\"rm\": -7}")));
    SolutionColumns columns =
        ColumnFile.read(path, ColumnRequest.withDefaults().withEveryPrm()).columns();
    assertEquals(List.of("prm"), columns.prms());
    assertEquals(Set.of("orm", "late", "rm"), Set.copyOf(columns.outcomeModels()));
    assertEquals(0.9, columns.outcome("orm", 1));
    assertEquals(3, columns.outcome("late", 2));
    assertEquals(-7, columns.outcome("rm", 3));
    assertEquals(Double.NaN, columns.outcome("rm", 0));
    assertEquals(1, columns.scores("prm").score(3));
    assertEquals(1, columns.scores("prm").scored(2));
    assertEquals(
        Set.of(ScoreMeaning.STEP_CORRECT, ScoreMeaning.UNSTATED), columns.scores("prm").meanings());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"in.jsonl", "in.json"})
  void whatIsAskedOfTheTextsIsKept(String name) throws IOException {
    DerivedTexts last =
        new DerivedTexts(
            List.of("last", "problem"),
            s -> List.of(s.steps().get(s.steps().size() - 1), s.problem().text()));
    SolutionColumns columns =
        ColumnFile.read(fileOf(name, lines(5)), VERDICTS.withTexts(last)).columns();
    assertEquals("b\\n4", columns.texts("last").get(4));
    assertEquals("p1", columns.texts("problem").get(3));
  }

  @Test
  void textsMustBeMadeForEachName() throws IOException {
    DerivedTexts none = new DerivedTexts(List.of("a"), s -> List.of());
    Path path = fileOf("in.json", lines(1));
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> ColumnFile.read(path, VERDICTS.withTexts(none)));
    assertEquals("0 texts made of solution 'é0'; one each for [a] expected", error.getMessage());
  }
}
