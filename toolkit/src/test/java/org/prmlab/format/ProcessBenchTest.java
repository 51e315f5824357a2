package org.prmlab.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.RealData;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;

class ProcessBenchTest {
  private static final String RIGHT =
      """
      {"id": "a", "generator": "ada", "problem": "1 + 1?", "steps": ["1 + 1", "= 2"], \
      "final_answer_correct": true, "label": -1}""";
  private static final String WRONG =
      """
      {"id": "b", "generator": "bob", "problem": "2 + 2?", "steps": ["二加二", "= 5 €"], \
      "final_answer_correct": false, "label": 1}""";

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void anArrayAndLinesGiveTheSameSolutions() throws IOException {
    StepDataset array = ProcessBench.read(file("a.json", "[\n" + RIGHT + ",\n" + WRONG + "\n]\n"));
    StepDataset lines = ProcessBench.read(file("a.jsonl", RIGHT + "\r\n\n" + WRONG));
    assertEquals(array.solutions(), lines.solutions());
    Solution wrong = array.solutions().get(1).solution();
    assertEquals("bob", wrong.generator());
    assertEquals(List.of("二加二", "= 5 €"), wrong.steps());
    assertEquals(Optional.of(false), wrong.finalAnswerCorrect());
    assertEquals(Optional.of(Verdict.errorAt(1)), array.solutions().get(1).verdict());
    assertEquals(Optional.of(Verdict.allCorrect()), array.solutions().get(0).verdict());
  }

  @Test
  void gzipAndAByteOrderMarkAreReadThrough() throws IOException {
    Path zipped = folder.resolve("a.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(("\ufeff" + RIGHT).getBytes(UTF_8));
    }
    assertEquals(1, ProcessBench.read(zipped).size());
  }

  @Test
  void theCardNamesFileFormatAndHash() throws IOException {
    var card = ProcessBench.read(file("a.jsonl", "[]")).card();
    assertEquals("a.jsonl", card.name());
    assertEquals("processbench", card.format());
    // printf '[]' | sha256sum
    assertEquals("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945", card.sha256());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"out.json", "out.jsonl", "out.json.gz", "out.jsonl.gz"})
  void whatIsWrittenReadsBackTheSame(String name) throws IOException {
    String unknown = RIGHT.replace("}", ", \"votes\": {\"exact\": 0.10, \"n\": [1, null]}}");
    StepDataset data = ProcessBench.read(file("in.jsonl", unknown + "\n" + WRONG));
    assertEquals(
        Map.of("votes", "{\"exact\":0.10,\"n\":[1,null]}"), data.solutions().get(0).extra());
    Path out = folder.resolve(name);
    ProcessBench.write(out, data.solutions());
    assertEquals(data.solutions(), ProcessBench.read(out).solutions());
    assertFalse(Files.exists(folder.resolve(name + ".part")));
  }

  @Test
  void aSolutionWithoutAVerdictIsNotWritten() throws IOException {
    Path out = folder.resolve("out.json");
    Solution solution = ProcessBench.read(file("in.jsonl", RIGHT)).solutions().get(0).solution();
    var thrown =
        assertThrows(
            FormatException.class,
            () -> ProcessBench.write(out, List.of(LabeledSolution.of(solution))));
    assertEquals(
        out
            + ": solution 'a' cannot be written as processbench:"
            + " it does not say which steps are right",
        thrown.getMessage());
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest(name = "{0} with {1} steps: {2} errors, {3} by wrong process")
  @CsvSource({"gsm8k, 2082, 207, 193, 7", "math, 6505, 594, 406, 94"})
  void realRecordsHaveTheKnownCounts(
      String split, int steps, int errors, int correct, int wrongProcess) {
    Path path = RealData.file("processbench_" + split + ".json");
    StepDataset data = ProcessBench.read(path);
    assertEquals(errors + correct, data.size());
    assertEquals(steps, data.steps());
    assertEquals(errors, data.withError().size());
    assertEquals(correct, data.withoutError().size());
    assertEquals(wrongProcess, data.correctAnswerByWrongProcess().size());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"gsm8k", "math"})
  void realFilesAreWrittenAgainByteForByte(String split) throws IOException {
    Path path = RealData.file("processbench_" + split + ".json");
    Path out = folder.resolve("again.json");
    ProcessBench.write(out, ProcessBench.read(path).solutions());
    assertEquals(-1, Files.mismatch(path, out));
  }

  @Test
  void aRecordIsReadBeforeTheNextOneIsLookedAt() throws IOException {
    try (SolutionReader reader = ProcessBench.open(file("a.jsonl", RIGHT + "\n{broken"))) {
      assertEquals("a", reader.next().solution().id());
      assertThrows(FormatException.class, reader::hasNext);
    }
  }

  @Test
  void badRecordsCanBeSetAside() throws IOException {
    Path path = file("a.jsonl", "{broken\n" + RIGHT + "\n[]\n{}\n" + WRONG);
    StringBuilder faults = new StringBuilder();
    BadRecords note =
        (fault, record) -> faults.append(fault.line()).append(' ').append(record).append('\n');
    try (SolutionReader reader = SolutionReader.open(path, new ProcessBench(), note)) {
      assertEquals("a", reader.next().solution().id());
      assertEquals("b", reader.next().solution().id());
      assertFalse(reader.hasNext());
    }
    assertEquals("1 {broken\n3 []\n4 {}\n", faults.toString());
  }

  @Test
  void badElementsOfAnArrayCanBeSetAside() throws IOException {
    Path path = file("a.json", "[7,\n[1, 2],\n{\"id\": 1, \"id\": 2},\n" + RIGHT + "]");
    StringBuilder faults = new StringBuilder();
    BadRecords note = (fault, record) -> faults.append(fault.line()).append(record).append(';');
    try (SolutionReader reader = SolutionReader.open(path, new ProcessBench(), note)) {
      assertTrue(reader.hasNext());
      assertEquals("a", reader.next().solution().id());
      assertFalse(reader.hasNext());
    }
    assertEquals("17;2[1,2];3;", faults.toString());
  }
}
