package org.prmlab.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.format.Formats;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.RecordLine;

/** What is computed in blocks; that it is what one machine computes, the tests on Spark show. */
class BlocksTest {
  private static final String RECORD =
      """
      {"id": "a", "problem": "What is 1?", "steps": ["one", "two"], "label": 1, "level": 5,\
       "final_answer_correct": true}\
      """;

  private static RecordLine line(String text) {
    return new RecordLine("data.jsonl", 2, text);
  }

  private static Block block(JoinedLine... lines) {
    return new Block(0, List.of(lines), Optional.empty());
  }

  private static String failure(Runnable action) {
    return String.valueOf(assertThrows(RuntimeException.class, action::run).getMessage());
  }

  @Test
  void labelsTravelWithoutTexts() {
    KeyedLine kept =
        new LabelLines("prmlab", new LabelChoice("data.jsonl", ""), "level").read(line(RECORD));
    assertEquals("a", kept.id());
    assertEquals(2, kept.index());
    var solution = new RecordLine("kept", 0, kept.text()).solution(new PrmlabRecord());
    assertEquals(List.of("", ""), solution.solution().steps());
    assertEquals(32, solution.solution().problem().text().length());
    assertEquals("{level=5}", solution.extra().toString());
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals(
        "data.jsonl (mc): solution 'a' has no such labels; its sources are []",
        failure(
            () ->
                new LabelLines("prmlab", new LabelChoice("data.jsonl", "mc"), "")
                    .read(line(RECORD))));
    assertEquals(
        "data.jsonl: solution 'a' has no field 'topic', but [level]",
        failure(
            () ->
                new LabelLines("prmlab", new LabelChoice("data.jsonl", ""), "topic")
                    .read(line(RECORD))));
    assertEquals(
        "solution 'a' has no scores of 'p'; the data has those of []",
        failure(() -> new ReferenceLines("prmlab", "p").read(line(RECORD))));
    assertEquals(
        "data.jsonl:3: solution 'a' has no labels from 'x', but from []",
        failure(() -> new RateLines("x").read(line(RECORD))));
    assertEquals(
        "data.jsonl: solution 'a' has no reference verdict; labeled data expected",
        failure(
            () ->
                new ReferenceLines("prmlab", "")
                    .read(line(RECORD.replace("\"label\": 1", "\"label\": null")))));
  }

  @Test
  void everySolutionNeedsItsPartner() {
    KeyedLine kept = new ReferenceLines("prmlab", "").read(line(RECORD));
    Block alone = block(new JoinedLine(0, "a", kept.text(), ""));
    assertEquals(
        "p.jsonl: ids a are missing; every solution needs a row",
        failure(() -> new JudgedBlocks(JudgedBlocks.Judge.PREDICTIONS, "p.jsonl").apply(alone)));
    assertEquals(
        "solution 'a' is not in both files; expected labels of the same solutions",
        failure(() -> new CountBlocks().apply(alone)));
  }

  @Test
  void aRecordWithSeveralSolutionsIsToBeConvertedFirst() {
    String samples =
        """
        {"problem": "p", "answer": "1", "completions": ["a", "b"], "scores": [[0.5], [0.5]]}\
        """;
    String format = Formats.detect(line(samples)).id();
    assertEquals(
        "data.jsonl:3: holds 2 solutions; expected one a record; convert the file to the"
            + " toolkit's own record first",
        failure(() -> new RecordLines(format).read(line(samples))));
  }

  @Test
  void aLineIsOneRecord() {
    assertEquals(
        "data.jsonl:3: record is no JSON object; expected one record a line, in braces",
        failure(() -> line("[1]").prediction()));
    assertEquals(
        "data.jsonl:3: record is followed by more on its line; expected one record a line",
        failure(() -> line("{} {}").prediction()));
  }

  @Test
  void scoresComeBackToTheLastDigit() {
    KeyedLine kept =
        new ScoreLines().read(line("{\"id\": 7, \"scores\": [0.1, 1e-17, 0.30000000000000004]}"));
    assertEquals("7", kept.id());
    assertEquals(List.of(0.1, 1e-17, 0.30000000000000004), ScoreLines.scores(kept.text()));
  }
}
