package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.prmlab.data.StepLabel.Hard.CORRECT;
import static org.prmlab.data.StepLabel.Hard.INCORRECT;
import static org.prmlab.data.StepLabel.Unlabeled.UNLABELED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.Verdict;

/** Layouts of our own making, of the kinds that people have. */
class MappedRecordsTest {

  @Test
  void questionStepsAndLabelsOfOtherNames() {
    LabeledSolution read =
        one(
            "problem=query,steps=chain,label=marks",
            """
            {"query": "Add 2 and 3.", "chain": ["2 + 3", "= 6"], "marks": [1, 0], "level": 4}\
            """);
    assertEquals("Add 2 and 3.", read.solution().problem().text());
    assertEquals(List.of("2 + 3", "= 6"), read.solution().steps());
    assertEquals(List.of(CORRECT, INCORRECT), read.labels("marks").orElseThrow().values());
    assertEquals(Map.of("level", "4"), read.extra());
    assertEquals("mapped-0", read.solution().id());
  }

  @Test
  void aSampleARowWithItsScores() {
    LabeledSolution read =
        one(
            "id=uid,problem_id=pid,problem=q,response=out,gold=gt,scores=prm.steps,correct=ok,"
                + "model=by",
            """
            {"uid": 8, "pid": "p3", "q": "Add 2 and 3.", "out": "2 + 3\\n\\nis 5", "gt": 5, "by": "ada",
             "prm": {"steps": [0.5, 0.25]}, "ok": "yes"}\
            """);
    Solution solution = read.solution();
    assertEquals("8", solution.id());
    assertEquals("p3", solution.problem().id());
    assertEquals(Optional.of("5"), solution.problem().answer());
    assertEquals("ada", solution.generator());
    assertEquals(List.of("2 + 3", "is 5"), solution.steps());
    assertEquals(Map.of("steps", List.of(0.5, 0.25)), read.scores());
    assertEquals(Optional.of(true), solution.finalAnswerCorrect());
  }

  @Test
  void stepsThatAreObjects() {
    String line =
        """
        {"task": {"text": "Add 2 and 3."}, "trace": [{"say": "2 + 3", "mark": 1}, {"say": "?", "mark": 0},
         {"say": "6", "mark": -1}]}\
        """;
    LabeledSolution read = one("problem=task.text,steps=trace[].say,rating=trace[].mark", line);
    assertEquals(List.of("2 + 3", "?", "6"), read.solution().steps());
    assertEquals(
        List.of(StepLabel.Rating.POSITIVE, StepLabel.Rating.NEUTRAL, StepLabel.Rating.NEGATIVE),
        read.labels().get(0).values());
    assertEquals(
        read.solution().steps(), one("problem=task.text,steps=trace.say", line).solution().steps());
    assertEquals(
        "in.jsonl:1: trace[0] is an object; expected text. Map a field of it:"
            + " steps=trace[].NAME, NAME being say or mark",
        fault("problem=task.text,steps=trace", line));
  }

  @Test
  void theFirstErrorByItsIndex() {
    String line = "{\"in\": \"Add.\", \"steps\": [\"1\", \"2\", \"3\"], \"wrong\": %s}";
    assertEquals(
        Optional.of(Verdict.errorAt(1)),
        one("problem=in,steps=steps,first_error=wrong", line.formatted("1")).verdict());
    assertEquals(
        Optional.of(Verdict.errorAt(0)),
        one("problem=in,steps=steps,first_error_from_1=wrong", line.formatted("1")).verdict());
    for (String none : List.of("-1", "null")) {
      assertEquals(
          Optional.of(Verdict.allCorrect()),
          one("problem=in,steps=steps,first_error=wrong", line.formatted(none)).verdict());
    }
    assertEquals(
        Optional.empty(),
        one("problem=in,steps=steps,first_error=right", line.formatted("1")).verdict());
    assertEquals(
        "in.jsonl:1: wrong is 3 for 3 steps; expected an index from 0 to 2, or none",
        fault("problem=in,steps=steps,first_error=wrong", line.formatted("3")));
  }

  @Test
  void aConversationWithAJudgementAfterEachStep() {
    LabeledSolution read =
        one(
            "problem=turns[who=human][0].says,steps=turns[who=human].says,label=turns[who=gpt].says",
            """
            {"turns": [{"who": "system", "says": "Judge."},
             {"who": "human", "says": "Question: Add 2 and 3.\\n\\nIt is 2 + 3."},
             {"who": "gpt", "says": "<analyze>fine</analyze> $\\\\boxed{Yes}$"},
             {"who": "human", "says": "So 6."}, {"who": "gpt", "says": "Off by one: \\\\boxed{No}"}]}\
            """);
    assertEquals("Add 2 and 3.", read.solution().problem().text());
    assertEquals(List.of("It is 2 + 3.", "So 6."), read.solution().steps());
    assertEquals(List.of(CORRECT, INCORRECT), read.labels().get(0).values());
  }

  @Test
  void aChatWithOneAnswer() {
    LabeledSolution read =
        one(
            "problem=messages[role=user].content,response=messages[-1].content,outcome=reward",
            """
            {"messages": [{"role": "user", "content": "Add."},
             {"role": "assistant", "content": "First.\\n\\nThen."}], "reward": -2.5}\
            """);
    assertEquals(List.of("First.", "Then."), read.solution().steps());
    assertEquals(Map.of("reward", -2.5), read.outcomes());
  }

  @Test
  void severalSamplesARecord() {
    String line =
        """
        {"doc": {"q": "Add 2 and 3.", "a": "5"}, "outs": [{"text": "2 + 3\\n\\n5", "ok": true, "p": [1, 0.5]},
         {"text": "6", "ok": false, "p": null}]}\
        """;
    List<LabeledSolution> read =
        decode(
            "problem=doc.q,answer=doc.a,samples=outs[].text,correct=outs[].ok,scores=outs[].p",
            StepDivision.PARAGRAPHS,
            line);
    assertEquals(
        List.of("mapped-0-0", "mapped-0-1"), read.stream().map(s -> s.solution().id()).toList());
    assertEquals(List.of("2 + 3", "5"), read.get(0).solution().steps());
    assertEquals(Optional.of(false), read.get(1).solution().finalAnswerCorrect());
    assertEquals(Map.of("p", List.of(1.0, 0.5)), read.get(0).scores());
    assertEquals(Map.of(), read.get(1).scores());
    assertEquals(read.get(0).solution().problem(), read.get(1).solution().problem());
  }

  @Test
  void samplesOfSamplesWithLabelsAndOneScoreEach() {
    List<LabeledSolution> read =
        decode(
            "problem=q,samples=runs[0],label=marks,outcome_score=rm,final_answer=said",
            StepDivision.PARAGRAPHS,
            """
            {"q": "Add.", "runs": [["a\\n\\nb", "c"]], "marks": [[true, false], ["+"]], "rm": [1.5, -3],
             "said": [2, "3"]}\
            """);
    assertEquals(List.of(CORRECT, INCORRECT), read.get(0).labels().get(0).values());
    assertEquals(Map.of("rm", -3.0), read.get(1).outcomes());
    assertEquals(Optional.of("2"), read.get(0).solution().finalAnswer());
  }

  @Test
  void oneTextWithTags() {
    LabeledSolution read =
        decode(
                "problem=text,steps=text,scores=value",
                new StepDivision("ки"),
                """
                {"text": "Add 2 and 3. Step 1: 2 + 3 ки\\nStep 2: 6 ки", "value": [0.75, 0.5]}\
                """)
            .get(0);
    assertEquals("Add 2 and 3.", read.solution().problem().text());
    assertEquals(List.of("Step 1: 2 + 3", "Step 2: 6"), read.solution().steps());
  }

  @Test
  void stepsDividedByATextOfTheirOwnAndSigns() {
    LabeledSolution read =
        decode(
                "problem=q,steps=process,label=signs",
                StepDivision.named("\\n\\n\\n"),
                "{\"q\": \"Add.\", \"process\": \"a\\n\\nb\\n\\n\\nc\\n\\n\\n\", \"signs\": \"+ -\"}"
                    .replace("\n", "\\n"))
            .get(0);
    assertEquals(List.of("a\n\nb", "c"), read.solution().steps());
    assertEquals(List.of(CORRECT, INCORRECT), read.labels().get(0).values());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [true, false, null]                 | hard hard none
          [1, 0, -100]                        | hard hard none
          [1.0, 0.25, 0]                      | soft soft soft
          [1, -1, 1]                          | hard hard hard
          ['+', '-', '']                      | hard hard none
          ['correct', 'Wrong', '1']           | hard hard hard
          [{'correct': 3, 'total': 8}, 1, 0]  | counts hard hard
          """)
  void labelsAreReadInTheWaysPeopleWriteThem(String labels, String kinds) {
    String line =
        "{\"q\": \"Add.\", \"s\": [\"1\", \"2\", \"3\"], \"l\": " + labels.replace('\'', '"') + "}";
    List<String> read =
        one("problem=q,steps=s,label=l", line).labels().get(0).values().stream()
            .map(
                l ->
                    l == UNLABELED
                        ? "none"
                        : l instanceof StepLabel.Hard
                            ? "hard"
                            : l instanceof StepLabel.Soft ? "soft" : "counts")
            .toList();
    assertEquals(kinds, String.join(" ", read));
  }

  @Test
  void zeroBesideMinusOneIsNotGuessed() {
    String line = "{\"q\": \"Add.\", \"s\": [\"1\"], \"l\": [%d]}";
    RecordFormat format = new MappedRecords(FieldMap.of("problem=q,steps=s,label=l"));
    Records.decode(format, line.formatted(-1));
    assertEquals(
        "in.jsonl:1: l[0] is 0, and the file has -1 (line 1) and 0 (line 1): 0 may be wrong or"
            + " neutral. If neutral, read them as rating",
        assertThrows(FormatException.class, () -> Records.decode(format, line.formatted(0)))
            .getMessage());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          problem=a,steps=s | {"q": "Add.", "s": ["1"]} | a is missing; expected the problem. The record has q, s
          problem=q,steps=t | {"q": "Add.", "s": ["1"]} | t is missing; expected the steps. The record has q, s
          problem=q,steps=s | {"q": "Add.", "s": []} | s leads to no step; expected at least one
          problem=q,steps=s | {"q": " ", "s": ["1"]} | q is blank; expected the problem
          problem=q,steps=s,label=l | {"q": "Add.", "s": ["1", "2"], "l": [1]} | l has 1 labels for 2 steps; expected one a step. Are the steps divided in another way?
          problem=q,steps=s,label=l | {"q": "Add.", "s": ["1"], "l": ["so"]} | l[0] is the string "so"; expected true or false, 1, 0 or -1, a fraction, + or -, or a word such as correct or wrong
          problem=q,steps=s,label=l | {"q": "Add.", "s": ["1"], "l": [2]} | l[0] is the number 2; expected a number from 0 to 1, -1 for wrong, or -100 for no label
          problem=q,steps=s,rating=l | {"q": "Add.", "s": ["1"], "l": [2]} | l[0] is the number 2; expected -1, 0 or 1
          problem=q,steps=s,scores=p | {"q": "Add.", "s": ["1", "2", "3"], "p": [1, 1]} | p has 2 scores for 3 steps (paragraphs); expected one a step, or one for the whole
          problem=q,steps=s,scores=p | {"q": "Add.", "s": ["1"], "p": "high"} | p is the string "high"; expected a number
          problem=q,steps=s,correct=c | {"q": "Add.", "s": ["1"], "c": 2} | c is the number 2; expected true or false, 1 or 0, or a word such as correct or wrong
          problem=q[].t,steps=s | {"q": [{"t": "a"}, {"t": "b"}], "s": ["1"]} | q[].t leads to 2 values; expected one problem
          problem=q,samples=s | {"q": "Add.", "s": "1"} | s is no list; expected the samples
          problem=q,samples=s,correct=c | {"q": "Add.", "s": ["1"], "c": [1, 0]} | c has 2 entries; expected 1, one for each of the others
          problem=q,steps=q | {"q": "Add 2 and 3. It is 6."} | q holds the question and the first step, and where the one ends is not known; name a text after which it does, or a file of the questions
          """)
  void whatDoesNotFitIsSaid(String map, String line, String expected) {
    assertEquals("in.jsonl:1: " + expected, fault(map, line));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          problem=q | a map needs problem=FIELD and one of steps=FIELD, response=FIELD, samples=FIELD
          problem=q,steps=s,response=r | a map needs problem=FIELD and one of steps=FIELD, response=FIELD, samples=FIELD
          problem=q,steps=s,label=a,rating=b | a map has label or rating, not both
          problem=q,steps=s,first_error=a,first_error_from_1=b | a map counts first errors from 0 or from 1, not both
          problem=q,samples=s,rating=r | a map of samples has no rating, first_error or first_error_from_1; label has a list a sample
          problem=q,steps=s,problem=r | problem is mapped twice
          problem=q,steps | 'steps' maps nothing; expected a pair such as problem=prompt
          problem=q,steps=s[ | 's[' is no way to a field; expected names and items, such as doc.steps[0].text
          problem=q,stage=s | nothing is called 'stage'; fields are mapped to id, problem_id, problem, answer, generator, steps, response, samples, final_answer, correct, label, rating, first_error, first_error_from_1, scores, outcome_score
          """)
  void aMapThatIsNoneIsRefused(String map, String expected) {
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> FieldMap.of(map)).getMessage());
  }

  private static LabeledSolution one(String map, String line) {
    return decode(map, StepDivision.PARAGRAPHS, line).get(0);
  }

  private static List<LabeledSolution> decode(String map, StepDivision steps, String line) {
    RecordFormat format =
        new MappedRecords(FieldMap.of(map)).read(Reading.withDefaults().withSteps(steps));
    return Records.decode(format, line.replace("\n", ""));
  }

  private static String fault(String map, String line) {
    return String.valueOf(assertThrows(FormatException.class, () -> one(map, line)).getMessage());
  }
}
