package org.prmlab.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.PrmLab;
import org.prmlab.cli.common.TerminalCount;
import org.prmlab.format.ProcessBench;
import picocli.CommandLine;

class ConvertCommandTest {
  private static final String RECORD =
      """
      {"id": "a", "generator": "ada", "problem": "1 + 1?", "steps": ["1 + 1", "= 3", "So 3."], \
      "final_answer_correct": false, "label": 1}\
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
  }

  private int run(String... arguments) {
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void convertsAndSaysWhatWasLeftOut() throws IOException {
    String in = file("in.json", "[" + RECORD + "]");
    String target = folder.resolve("out.jsonl").toString();
    assertEquals(0, run("convert", in, target, "--to", "trl", "--unlabeled", "cut"));
    assertEquals(
        """
        %s (processbench, detected) -> %s (trl)
        solutions  1
        rejected   0
        left out   final answer correct (in 1), generator (in 1), id (in 1), verdict (in 1)
        """
            .formatted(in, target),
        out.toString());
    assertEquals(
        """
        {"prompt":"1 + 1?","completions":["1 + 1","= 3"],"labels":[true,false]}
        """,
        Files.readString(folder.resolve("out.jsonl")));
  }

  @Test
  void reportsAsJson() throws IOException {
    String in = file("in.jsonl", RECORD);
    String target = folder.resolve("out.json").toString();
    assertEquals(0, run("convert", in, target, "--to", "processbench", "--json"));
    assertEquals(
        """
        {"in":{"file":"%s","format":"processbench"},"out":{"file":"%s","format":"processbench"},\
        "detected":true,"solutions":1,"rejected":0,"left_out":{},"reader_leaves_out":""}
        """
            .formatted(in, target),
        out.toString());
    assertEquals(1, ProcessBench.read(Path.of(target)).size());
  }

  @Test
  void stopsAtABadRecordWithItsPlaceAndLeavesNoFile() throws IOException {
    String in = file("in.jsonl", RECORD + "\n" + RECORD.replace("\"label\": 1", "\"label\": 3"));
    Path target = folder.resolve("out.jsonl");
    assertEquals(1, run("convert", in, target.toString(), "--to", "prmlab"));
    assertEquals("", out.toString());
    assertEquals(
        "error: %s:2: label is 3, but the record has 3 steps; expected -1 (no error) or an index from 0 to 2\n"
            .formatted(in),
        err.toString());
    assertFalse(Files.exists(target));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void setsBadRecordsAsideWhenAsked() throws IOException {
    String in = file("in.jsonl", RECORD + "\n{}\n");
    Path reject = folder.resolve("in.rejected.jsonl");
    assertEquals(
        0,
        run(
            "convert",
            in,
            folder.resolve("out.jsonl").toString(),
            "--to",
            "prmlab",
            "--reject",
            reject.toString()));
    assertTrue(out.toString().contains("rejected   1"), out.toString());
    assertTrue(Files.readString(reject).contains("steps is missing"), "the reason is written");
  }

  @Test
  void aChoiceThatIsMissingIsNamed() throws IOException {
    String in = file("in.jsonl", RECORD);
    assertEquals(1, run("convert", in, folder.resolve("o.jsonl").toString(), "--to", "trl"));
    assertEquals(
        "error: %s: solution 'a' cannot be written as trl: it has no label on step 3; name what it is: correct, incorrect, or where to cut (--unlabeled as-correct, as-incorrect or cut)\n"
            .formatted(in),
        err.toString());
  }

  @Test
  void aWrongNameIsAUsageErrorThatListsTheRightOnes() throws IOException {
    String in = file("in.jsonl", RECORD);
    assertEquals(2, run("convert", in, "out.jsonl", "--to", "gsm8k"));
    assertTrue(
        err.toString()
            .startsWith(
                "Invalid value for option '--to': format 'gsm8k' is read only; expected"
                    + " one of processbench, math-shepherd, trl, rlhflow, prmlab"),
        err.toString());
    assertEquals(2, run("convert", in, "out.jsonl", "--to", "trl", "--neutral", "maybe"));
    assertTrue(
        err.toString().contains("'maybe'; expected one of as-correct, as-incorrect, drop"),
        err.toString());
  }

  @Test
  void aCountOnATerminalSaysItsRate() {
    try (var count = new TerminalCount("solutions")) {
      assertEquals("12,000 solutions, 4,000 a second ", count.line(12_000, 3_000_000_000L));
    }
  }
}
