package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.LabeledSolution;

/** Whether a mark is of a step or of the whole: a solution of one step looks like both. */
class MappedLabelsTest {
  private static final String WHOLE =
      ", one value for a whole solution; expected a list, one a step. Map it as correct if it says"
          + " whether the answer is right, as first_error if it is the place of an error";

  @TempDir private Path folder;

  private static List<LabeledSolution> decode(String map, String line) {
    return Records.decode(new MappedRecords(FieldMap.of(map)), line);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          problem=q,samples=s,label=l  | {"q": "Q?", "s": ["a", "b"], "l": [1, 0]}       | l[0] is 1
          problem=q,samples=s,label=l  | {"q": "Q?", "s": ["a"], "l": 1}                 | l is 1
          problem=q,samples=s,label=l  | {"q": "Q?", "s": ["a"], "l": ["correct"]}       | l[0] is "correct"
          problem=q,response=r,label=l | {"q": "Q?", "r": "a", "l": true}                | l is true
          problem=q,steps=r,label=l    | {"q": "Q?", "r": ["a"], "l": 0}                 | l is 0
          problem=q,steps=r,label=l    | {"q": "Q?", "r": ["a"], "l": "correct"}         | l is "correct"
          problem=q,steps=r,rating=l   | {"q": "Q?", "r": ["a"], "l": -1}                | l is -1
          """)
  void aMarkOfTheWholeIsNoLabelOfItsOnlyStep(String map, String line, String found) {
    var error = assertThrows(FormatException.class, () -> decode(map, line));
    assertEquals("in.jsonl:1: " + found + WHOLE, error.getMessage());
  }

  @Test
  void listsOfOneAreLabels() {
    assertEquals(
        1,
        decode("problem=q,steps=r,label=l", "{\"q\": \"Q?\", \"r\": [\"a\"], \"l\": [0]}")
            .get(0)
            .labels()
            .size());
    assertEquals(
        1,
        decode("problem=q,samples=s,label=l", "{\"q\": \"Q?\", \"s\": [\"a\"], \"l\": [[0]]}")
            .get(0)
            .labels()
            .size());
    assertEquals(
        1,
        decode("problem=q,steps=r,label=l", "{\"q\": \"Q?\", \"r\": [\"a\"], \"l\": \"+\"}")
            .get(0)
            .labels()
            .size());
    assertEquals(
        List.of(Optional.of(true), Optional.of(false)),
        decode(
                "problem=q,samples=s,correct=l",
                "{\"q\": \"Q?\", \"s\": [\"a\", \"b\"], \"l\": [1, 0]}")
            .stream()
            .map(s -> s.solution().finalAnswerCorrect())
            .toList());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"prompt": "Q?", "answers": ["a ки b ки", "c ки"], "label": [1, 0]} | problem=prompt,samples=answers,correct=label, with steps divided at ки
          {"prompt": "Q?", "samples": ["a", "c"], "labels": [[1], [0]]} | problem=prompt,samples=samples,label=labels
          {"prompt": "Q?", "response": "a <extra_0> b", "label": 1} | problem=prompt,steps=response,correct=label, with steps divided at <extra_0>
          {"prompt": "Q?", "response": "a", "label": true} | problem=prompt,steps=response,correct=label
          {"prompt": "Q?", "steps": ["a"], "label": 3} | problem=prompt,steps=steps,first_error=label
          {"prompt": "Q?", "steps": ["a"], "label": [1]} | problem=prompt,steps=steps,label=label
          """)
  void whatIsProposedTellsThemApart(String line, String proposed) throws IOException {
    Path file = Files.writeString(folder.resolve("in.jsonl"), line + "\n");
    String message =
        String.valueOf(assertThrows(FormatException.class, () -> Formats.read(file)).getMessage());
    assertEquals(
        "map its fields, such as " + proposed + ", or name its format",
        message.substring(message.indexOf("map its fields")));
  }
}
