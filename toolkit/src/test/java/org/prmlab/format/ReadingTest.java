package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;

/** Files as people have them, and what they leave to the reader's choice. */
class ReadingTest {
  private static final String GSM = "{\"question\": \"%s\", \"answer\": \"#### 8\"}\n";

  @TempDir Path folder;

  @Test
  void zstdIsReadThroughWhateverItsWindow() throws IOException {
    Path file = folder.resolve("in.jsonl.zst");
    try (var frames = new ZstdOutputStream(Files.newOutputStream(file))) {
      frames.setLong(27);
      frames.write(GSM.formatted("A?").getBytes(StandardCharsets.UTF_8));
    }
    byte[] frame = Files.readAllBytes(file);
    Files.write(file, twice(frame));
    assertEquals(2, Formats.read(file).size());
    Files.write(file, Arrays.copyOf(frame, frame.length - 5));
    assertTrue(message(file).endsWith("is the download complete?"), message(file));
  }

  @Test
  void shardsOfAFolderAreOneDataSet() throws IOException {
    for (int i : new int[] {10, 2, 1}) {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve("part-" + i + ".jsonl.gz")))) {
        out.write(GSM.formatted("Q" + i + "?").getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.createFile(folder.resolve("part-3.jsonl.gz"));
    Files.writeString(folder.resolve("README.md"), "---\nlicense: mit\n---\n");
    StepDataset read = Formats.read(folder);
    assertEquals(
        List.of("Q1?", "Q2?", "Q10?"),
        read.stream().map(s -> s.solution().problem().text()).toList());
    assertEquals(
        List.of("gsm8k-0", "gsm8k-1", "gsm8k-2"),
        read.stream().map(s -> s.solution().id()).toList());
    assertEquals("mit", read.card().licence().orElseThrow());
    assertEquals(64, read.card().sha256().length());
    assertEquals(2, Formats.read(folder.resolve("part-1*.jsonl.gz")).size());
  }

  @Test
  void aFaultOfAShardNamesTheShardAndTheNextOneIsRead() throws IOException {
    Files.writeString(folder.resolve("a-1.json"), "[" + GSM.formatted("A?") + ", {\"question\"");
    Path second = Files.writeString(folder.resolve("a-2.json"), "[" + GSM.formatted("B?") + "]");
    assertTrue(message(folder).startsWith(folder.resolve("a-1.json") + ":2: "), message(folder));
    Path rejects = folder.resolveSibling(folder.getFileName() + ".rejected.jsonl");
    try (RejectedRecords rejected = RejectedRecords.create(rejects)) {
      assertEquals(2, Reading.withDefaults().read(folder, rejected).size());
      assertEquals(1, rejected.count());
    } finally {
      Files.delete(rejects);
    }
    assertEquals(1, Formats.read(second).size());
  }

  @Test
  void aFolderThatIsNoDataSetIsRefused() throws IOException {
    assertTrue(message(folder).contains("is a folder without data; expected files"));
    Files.writeString(folder.resolve("train-00000-of-00003.jsonl"), GSM.formatted("A?"));
    assertEquals(folder + ": holds 1 of 3 shards; is the download complete?", message(folder));
    Files.writeString(folder.resolve("test-00000-of-00001.jsonl"), GSM.formatted("A?"));
    assertEquals(
        folder
            + ": is a folder with several data sets (test-*-of-*.jsonl, train-*-of-*.jsonl); name"
            + " one, as a pattern if it has shards",
        message(folder));
    assertEquals(
        folder.resolve("dev-*.jsonl") + ": matches no file; check the path",
        message(folder.resolve("dev-*.jsonl")));
  }

  @Test
  void indentedRecordsOneAfterTheOtherAreRead() throws IOException {
    String record = "{\n  \"question\": \"A?\",\n  \"answer\": \"#### 8\"\n}\n";
    assertEquals(2, Formats.read(write(record + "\n" + record)).size());
    String cut = record + record.substring(0, 20);
    assertTrue(message(write(cut)).endsWith("Is the file truncated?"), message(write(cut)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version https://git-lfs.github.com/spec/v1 | is a Git LFS pointer, the data itself was not downloaded; get it with git lfs pull
          <!DOCTYPE html>                            | is a web page; download the file itself (on the Hub: resolve, not blob, in its address)
          BZh91AY                                    | is a bzip2 archive; unpack it first (gzip and zstd are read as they are)
          id,problem                                 | does not start as JSON; expected '[' (an array) or '{' (one record a line)
          """)
  void whatIsNoJsonIsCalledByItsName(String content, String expected) throws IOException {
    Path file = write(content);
    assertEquals(file + ":1: " + expected, message(file));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void aNumberThatJsonDoesNotHaveIsNamedWithItsField(String number) throws IOException {
    String good = Records.line("prmlab");
    String bad = good.replace("x-1", "x-2").replace("0.5, 1.0, 0.25", "0.5, " + number + ", 0.25");
    String expected =
        ":1: record has "
            + number
            + " in scores.p[1], and JSON has no such number; write null where there is none"
            + " (Python: json.dumps with allow_nan=False finds them)";
    for (String content : List.of(bad + "\n" + good, "[" + bad + "," + good + "]")) {
      Path file = write(content);
      assertEquals(file + expected, message(file));
      Path rejects = folder.resolve("rejects.jsonl");
      try (RejectedRecords rejected = RejectedRecords.create(rejects)) {
        assertEquals(1, Reading.withDefaults().read(file, rejected).size());
        assertEquals(1, rejected.count());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"'{''question'': 1}', single quotes", "'{\"question\": None}', None"})
  void aPythonPrintOutIsCalledSo(String content, String what) throws IOException {
    Path file = write(content);
    assertEquals(
        file
            + ":1: record is written as Python prints it ("
            + what
            + "), not as JSON; write it by json.dumps",
        message(file));
  }

  @Test
  void controlCharactersAreKeptCountedAndSaid() throws IOException {
    String line = Records.line("processbench");
    Path file =
        write(
            line
                + "\n"
                + line.replace("a-1", "a-2").replace("3 × 4 = 12", "\\frac{1}{2} \\times 2\\tor so")
                + "\n"
                + line.replace("a-1", "a-3").replace("What", "\\\\\\times\u0007"));
    StepDataset read = Formats.read(file);
    assertEquals("\frac{1}{2} \times 2\tor so", read.solutions().get(1).solution().steps().get(0));
    assertEquals(
        List.of(
            "2 records have control characters (first in line 2: U+000C before 'rac{1}{2' in step"
                + " 1), as a backslash that was not doubled leaves; the text is kept as it is"),
        read.card().notes());
    assertTrue(read.toString().endsWith("\nnote: " + read.card().notes().get(0)));
  }

  @Test
  void everyRatedAlternativeEndsASolutionOfItsOwn() throws IOException {
    StepDataset read =
        Reading.withDefaults()
            .withAlternatives(Alternatives.EVERY)
            .read(write(Records.line("prm800k")));
    assertEquals(
        List.of("prm800k-0", "prm800k-0-s1-c2", "prm800k-0-s2-c1", "prm800k-0-s3-c1"),
        read.stream().map(s -> s.solution().id()).toList());
    assertEquals(
        List.of("x is 6 / 2.", "Divide both sides.", "So it is."),
        read.solutions().get(3).solution().steps());
    assertEquals(
        List.of(
            StepLabel.Rating.POSITIVE, StepLabel.Unlabeled.UNLABELED, StepLabel.Rating.NEGATIVE),
        read.solutions().get(3).labels().get(0).values());
  }

  @Test
  void stepsAreDividedAsTheirScorerDid() throws IOException {
    Path file =
        write(
            """
            {"problem": "Add.", "answer": "3", "completions": ["1\\n2\\n\\n3"], "scores": [[0.5, 1, 0]]}\
            """);
    assertTrue(message(file).contains("the sample has 2 steps (paragraphs)"), message(file));
    assertEquals(3, Reading.withDefaults().withSteps(StepDivision.LINES).read(file).steps());
  }

  @Test
  void aQuestionWithoutAMarkEndsWhereTheCallerSays() throws IOException {
    String record = Records.line("rlhflow").replace("Step 1: ", "");
    Path file = write(record);
    Path questions =
        Files.writeString(
            folder.resolve("questions.jsonl"),
            "{\"question\": \"What is 5\"}\n{\"problem\": \"What is 5 - 2?\"}");
    assertTrue(message(file).contains("where the question ends is not known"), message(file));
    for (QuestionEnd end : List.of(QuestionEnd.after("?"), QuestionEnd.read(questions))) {
      var solution =
          Reading.withDefaults().withQuestionEnd(end).read(file).solutions().get(0).solution();
      assertEquals("What is 5 - 2?", solution.problem().text());
      assertEquals(List.of("5 - 2 = 3", "Step 2: So 4."), solution.steps());
    }
  }

  @Test
  void aChoiceThatTheFormatDoesNotLeaveIsRefused() throws IOException {
    Path file = write(Records.line("processbench"));
    assertEquals(
        file
            + ": format 'processbench' leaves no choice of the division into steps; its records say"
            + " it",
        assertThrows(
                IllegalArgumentException.class,
                () -> Reading.withDefaults().withSteps(StepDivision.LINES).read(file))
            .getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"problem": "Add.", "steps": ["1"]} | field id is missing; the toolkit's own record needs id, problem and steps; map its fields, such as problem=problem,steps=steps, or name its format
          {"id": 1, "question": "Add.", "steps": ["1"], "label": [1]} | field problem is missing; the toolkit's own record needs id, problem and steps; map its fields, such as problem=question,steps=steps,label=label, or name its format
          """)
  void aRecordThatNearlyFitsIsToldWhatItLacks(String line, String expected) throws IOException {
    Path file = write(line);
    assertEquals(file + ":1: " + expected, message(file));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"q": 1, "prompt": "Add.", "responses": ["1"], "rewards": [1]} | problem=prompt,samples=responses,scores=rewards
          {"messages": [{"role": "user"}]} | problem=messages[role=user].content,response=messages[role=assistant].content
          {"messages": [{"role": "system"}, {"role": "user"}, {"role": "assistant"}, {"role": "user"}]} | problem=messages[role=user][0].content,steps=messages[role=user].content,label=messages[role=assistant].content
          {"conversations": [{"from": "human"}, {"from": "gpt"}]} | problem=conversations[from=human].value,response=conversations[from=gpt].value
          {"question": "Add.", "outputs": [{"text": "1"}], "gold": 1} | problem=question,samples=outputs[].text,answer=gold
          {"problem": "Add.", "steps": [{"step": "1", "rating": 1}]} | problem=problem,steps=steps[].step,rating=steps[].rating
          {"text": "Add. Step 1: 1", "value": [1]} | problem=text,steps=text,scores=value
          {"q": "Add.", "resps": [["1"]]} | problem=FIELD,samples=resps[0]
          {"a": 1} | problem=FIELD,steps=FIELD
          """)
  void anUnknownLayoutIsMetWithAMapThatMayFit(String line, String map) throws IOException {
    Path file = write(line);
    var fault = assertThrows(FormatException.class, () -> Formats.read(file));
    assertEquals(map, fault.suggestedMap());
    assertTrue(
        message(file).endsWith("; map its fields, such as " + map + ", or name its format"),
        message(file));
  }

  private static byte[] twice(byte[] bytes) {
    byte[] both = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
    return both;
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("in.jsonl"), content);
  }

  private static String message(Path file) {
    return String.valueOf(
        assertThrows(FormatException.class, () -> Formats.read(file)).getMessage());
  }
}
