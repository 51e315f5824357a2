package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;

/** Fields that no reader knew, named like fields that the written format has: they stay unread. */
class KeptFieldsTest {
  /** Values that would all be read as something, were they written under these names. */
  private static final String TRAPS =
      """
      "label": 0, "final_answer": "9", "final_answer_correct": false, "problem_id": "r1",
      "generator": "G", "answer": "8", "step_labels": [{"source": "x", "values": [false, false]}],
      "scores": {"m": [0.1, 0.2]}, "score_meanings": {"m": "step-correct"},
      "outcome_scores": {"o": 3}\
      """;

  @TempDir private Path folder;

  private Path write(String name, String line) throws IOException {
    return Files.writeString(folder.resolve(name), line.replace("\n", " ") + "\n");
  }

  private static LabeledSolution bare(LabeledSolution solution) {
    return solution.withExtra(Map.of());
  }

  /** The record means the same before and after; only what was not understood has other names. */
  private void survives(List<LabeledSolution> read, WritableFormat format) {
    Path out = folder.resolve("out.jsonl");
    SolutionWriter.writeAll(out, format, read);
    List<LabeledSolution> back = Formats.read(out).solutions();
    assertEquals(
        read.stream().map(KeptFieldsTest::bare).toList(),
        back.stream().map(KeptFieldsTest::bare).toList());
    Set<String> names =
        read.get(0).extra().keySet().stream()
            .map(name -> PrmlabRecord.FIELDS.contains(name) ? "source_" + name : name)
            .collect(Collectors.toSet());
    assertEquals(names, back.get(0).extra().keySet());
    SolutionWriter.writeAll(out, format, back);
    assertEquals(back, Formats.read(out).solutions(), "names stay from then on");
  }

  @Test
  void ofARecordWithAMap() throws IOException {
    Path in =
        write(
            "in.jsonl",
            "{\"q\": \"Q?\", \"r\": \"a\\n\\nb\", \"gold\": \"1\", " + TRAPS + ", \"x\": [1]}");
    Reading reading = Reading.withDefaults().withMap(FieldMap.of("problem=q,response=r"));
    List<LabeledSolution> read = reading.read(in).solutions();
    assertEquals(11 + 1, read.get(0).extra().size());
    survives(read, new PrmlabRecord());
  }

  @Test
  void ofTrainingData() throws IOException {
    Path in =
        write(
            "in.jsonl",
            "{\"prompt\": \"Q?\", \"completions\": [\"a\", \"b\"], \"labels\": [1, 0], "
                + TRAPS
                + "}");
    survives(Formats.read(in).solutions(), new PrmlabRecord());
  }

  /** A second field that is called so already keeps its value too. */
  @ParameterizedTest
  @CsvSource({"label, 5", "label, 'none'", "final_answer_correct, [1]", "scores, 'high'"})
  void evenWhereTheValueWouldBeRefused(String name, String value) throws IOException {
    String json = value.startsWith("[") || value.matches("\\d+") ? value : "\"" + value + "\"";
    Path in =
        write(
            "in.jsonl",
            "{\"prompt\": \"Q?\", \"completions\": [\"a\", \"b\"], \"labels\": [1, 0], \"%s\": %s, \"source_%s\": 2}"
                .formatted(name, json, name));
    Path out = folder.resolve("out.jsonl");
    SolutionWriter.writeAll(out, new PrmlabRecord(), Formats.read(in).solutions());
    Map<String, String> kept = Formats.read(out).solutions().get(0).extra();
    assertEquals(Map.of("source_" + name, json, "source_source_" + name, "2"), kept);
  }

  /** With a field of the toolkit's own it would be read as that, and the labels with other eyes. */
  @Test
  void ofProcessBenchWrittenFromElsewhere() throws IOException {
    Path in =
        write(
            "in.jsonl",
            "{\"prompt\": \"Q?\", \"completions\": [\"a\", \"b\"], \"labels\": [1, 0], "
                + TRAPS
                + "}");
    LabeledSolution read = Formats.read(in).solutions().get(0);
    Path out = folder.resolve("out.jsonl");
    Solution solution = read.solution();
    LabeledSolution whole =
        LabeledSolution.of(
                new Solution(
                    "s",
                    solution.problem(),
                    "by",
                    solution.steps(),
                    Optional.empty(),
                    Optional.of(true)),
                Verdict.errorAt(1))
            .withExtra(read.extra());
    SolutionWriter.writeAll(out, new ProcessBench(), List.of(whole));
    assertEquals("processbench", Formats.detect(out).id());
    assertEquals(bare(whole), bare(Formats.read(out).solutions().get(0)));
  }
}
