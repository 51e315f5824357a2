package org.prmlab.tabletop.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.tabletop.program.ProgramTest.PROGRAM;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;

/** Problems and solutions as tokens, as text, and as records. */
class WrittenProgramTest {
  private static final String RIGHT =
      "A 7 + 3 10 <extra_0> B it * 5 11 <extra_0> C it - A 1 <extra_0>";

  private static WrittenProgram written(String text) {
    return WrittenProgram.of("t2-00007", PROGRAM, ProgramTokens.tokens(text), "policy");
  }

  @Test
  void theRecordHasStepsAnswerAndWhatTheCheckerSays() {
    LabeledSolution record =
        written(RIGHT.replace("11 <", "12 <").replace("A 1 <", "A 2 <")).record("id");
    Solution solution = record.solution();
    assertEquals("id", solution.id());
    assertEquals("t2-00007", solution.problem().id());
    assertEquals("7 A + 3 B * 5 C - A =>", solution.problem().text());
    assertEquals(Optional.of("1"), solution.problem().answer());
    assertEquals(List.of("A 7 + 3 10", "B it * 5 12", "C it - A 2"), solution.steps());
    assertEquals(Optional.of("2"), solution.finalAnswer());
    assertEquals(Optional.of(false), solution.finalAnswerCorrect());
    assertEquals("policy", solution.generator());
    assertEquals(Optional.of(Verdict.errorAt(1)), record.verdict());
    assertEquals(Tier.T2, Tier.of(solution));
    assertEquals(1, Tier.of(solution.problem()).index());
  }

  @Test
  void aRightSolutionSaysSo() {
    LabeledSolution record = written(RIGHT).record("id");
    assertEquals(Optional.of(true), record.solution().finalAnswerCorrect());
    assertEquals(Optional.of(Verdict.allCorrect()), record.verdict());
    assertTrue(written(RIGHT).check().answerRight());
    WrittenProgram other = written(RIGHT).withProblemId("t2-1w");
    assertEquals("t2-1w", other.problemId());
    assertArrayEquals(ProgramTokens.tokens(RIGHT), other.solution());
  }

  /** Twelve tokens of the problem stand before the solution's eighteen. */
  @Test
  void stepTokensStandWhereTheyAreSaidToStand() {
    int[] solution = ProgramTokens.tokens(RIGHT);
    int[] both = ProgramTokens.joined(PROGRAM, solution);
    assertEquals(
        "<bos> 7 A + 3 B * 5 C - A => " + RIGHT.replace(" <", "<"), ProgramTokens.text(both));
    assertArrayEquals(new int[] {17, 23, 29}, ProgramTokens.stepPositions(3));
    for (int place : ProgramTokens.stepPositions(3)) {
      assertEquals(ProgramTokens.STEP, both[place]);
    }
    assertEquals(
        List.of("+", "*", "-"),
        ProgramTokens.operations(both, 3).stream().map(ProgramTokens.words()::get).toList());
    assertArrayEquals(
        both,
        ProgramTokens.solved(
            ProgramTokens.BEGIN,
            "7 A + 3 B * 5 C - A =>",
            List.of("A 7 + 3 10", "B it * 5 11", "C it - A 1")));
  }

  @ParameterizedTest
  @CsvSource({"0, <pad>", "6, no", "7, 0", "22, 15", "23, +", "30, sq", "31, A", "40, J", "41, it"})
  void everyWordHasItsPlaceInTheVocabularyOfTheModels(int id, String word) {
    assertEquals(word, ProgramTokens.words().get(id));
    assertArrayEquals(new int[] {id}, ProgramTokens.tokens(word));
    assertEquals(42, ProgramTokens.words().size());
    assertEquals(id >= 7 && id <= 22, ProgramTokens.isNumber(id));
  }

  /** The running value as `it` or as its number; nothing else varies. */
  @Test
  void aSolutionIsWrittenInAllItsWays() {
    var writer = new ProgramWriter(new SplittableRandom(1));
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      texts.add(ProgramTokens.text(writer.write(PROGRAM, PROGRAM.values())));
    }
    Set<String> expected = new HashSet<>();
    for (String first : List.of("7", "it")) {
      for (String second : List.of("10", "it")) {
        for (String third : List.of("11", "it")) {
          expected.add(
              "A %s + 3 10<extra_0> B %s * 5 11<extra_0> C %s - A 1<extra_0>"
                  .formatted(first, second, third));
        }
      }
    }
    assertEquals(expected, texts);
  }

  /**
   * One of the two places of the step is another number than it was; all else stays. {@code it} may
   * become the number that it stands for, here 10, and the step is still right.
   */
  @Test
  void misquotingChangesOneNumberOfTheStep() {
    var writer = new ProgramWriter(new SplittableRandom(2));
    Set<Integer> changed = new HashSet<>();
    Set<Integer> put = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      int[] before = ProgramTokens.tokens(RIGHT);
      int[] after = before.clone();
      writer.misquote(after, 1);
      int at = -1;
      for (int place = 0; place < after.length; place++) {
        if (after[place] != before[place]) {
          assertEquals(-1, at, "a second change at " + place);
          at = place;
        }
      }
      changed.add(at);
      assertTrue(ProgramTokens.isNumber(after[at]), ProgramTokens.text(after));
      put.add(ProgramTokens.value(after[at]));
      boolean same = at == 7 && ProgramTokens.value(after[at]) == 10;
      assertEquals(
          same ? Verdict.allCorrect() : Verdict.errorAt(1),
          ProgramCheck.of(PROGRAM, after).verdict());
    }
    assertEquals(Set.of(7, 9), changed, "the running value and the operand");
    assertEquals(13, put.size(), "every number comes: " + put);
  }

  @Test
  void anotherNumberIsAnyOther() {
    var writer = new ProgramWriter(new SplittableRandom(3));
    Set<Integer> others = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      int other = writer.other(5);
      assertNotEquals(5, other);
      others.add(other);
    }
    assertEquals(12, others.size());
    assertFalse(others.contains(13));
  }
}
