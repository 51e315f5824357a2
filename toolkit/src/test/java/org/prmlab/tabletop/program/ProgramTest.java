package org.prmlab.tabletop.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.Verdict;
import org.prmlab.tabletop.program.Program.Instruction;

class ProgramTest {
  /**
   * 7, plus 3, times 5, minus the value after the first step, modulo 13 and worked by hand: 10, 11,
   * 1.
   */
  static final Program PROGRAM =
      new Program(
          Tier.T2,
          7,
          List.of(
              new Instruction(ProgramOperation.PLUS, 3, OptionalInt.empty()),
              new Instruction(ProgramOperation.TIMES, 5, OptionalInt.empty()),
              new Instruction(ProgramOperation.MINUS, 0, OptionalInt.of(0))));

  private static int[] tokens(String text) {
    return Arrays.stream(text.replace("<", " <").trim().split(" +"))
        .mapToInt(ProgramTokens.words()::indexOf)
        .toArray();
  }

  @Test
  void theValuesAreThoseWorkedByHand() {
    assertArrayEquals(new int[] {10, 11, 1}, PROGRAM.values());
    assertEquals(1, PROGRAM.answer());
    assertEquals(
        "<bos> 7 A + 3 B * 5 C - A =>", ProgramTokens.text(ProgramTokens.problem(PROGRAM)));
  }

  @ParameterizedTest(name = "{1} {0} {2} = {3}")
  @CsvSource({
    "PLUS, 9, 9, 5",
    "MINUS, 3, 5, 11",
    "TIMES, 6, 7, 3",
    "MAX, 3, 12, 12",
    "MIN, 3, 12, 3",
    "DIVIDE, 12, 5, 2",
    "DIVIDE, 9, 0, 9",
    "REMAINDER, 11, 4, 3",
    "REMAINDER, 9, 0, 0",
    "SQUARE_PLUS, 5, 3, 2"
  })
  void operationsAreModulo13(ProgramOperation operation, int a, int b, int result) {
    assertEquals(result, operation.apply(a, b));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "A 7 + 3 10<extra_0> B it * 5 11<extra_0> C 11 - A 1<extra_0>, -1, true",
    "A 3 + 7 10<extra_0> B it * 5 11<extra_0> C it - A 1<extra_0>, 0, true",
    "A it + 3 10<extra_0> B 5 * it 11<extra_0> C it - A 1<extra_0>, 1, true",
    "A it + 3 11<extra_0> B it * 5 3<extra_0> C it - A 5<extra_0>, 0, false",
    "A it + 3 10<extra_0> B it * 5 2<extra_0> C it - A 5<extra_0>, 1, false",
    "A it + 3 10<extra_0> B it * 5 11<extra_0> C A - it 1<extra_0>, 2, true",
    "A it + 3 10<extra_0> B 9 * 5 11<extra_0> C it - A 1<extra_0>, 1, true",
    "A it + 3 10<extra_0> B it + 5 11<extra_0> C it - A 1<extra_0>, 1, true",
    "A it + 3 10<extra_0> B it * 5 11<extra_0> C it - 10 1<extra_0>, 2, true",
  })
  void theCheckerFindsTheFirstWrongStep(String solution, int error, boolean answerRight) {
    ProgramCheck check = ProgramCheck.of(PROGRAM, tokens(solution));
    assertEquals(error < 0 ? Verdict.allCorrect() : Verdict.errorAt(error), check.verdict());
    assertEquals(answerRight, check.answerRight());
  }

  @Test
  void aWordOfAnotherWorldIsAnError() {
    assertArrayEquals(
        new int[] {ProgramTokens.number(7), ProgramTokens.IT}, ProgramTokens.tokens("7 it"));
    var error =
        assertThrows(IllegalArgumentException.class, () -> ProgramTokens.tokens("7 apples"));
    assertTrue(
        String.valueOf(error.getMessage()).startsWith("'apples' is no word of the tabletop world"),
        error.getMessage());
  }

  /** 5 is the right result of 3 and 11, wrong as they are. */
  @Test
  void whatFollowsAnErrorIsJudgedByTheValuesAsWritten() {
    ProgramCheck check =
        ProgramCheck.of(
            PROGRAM, tokens("A it + 3 11<extra_0> B 11 * 5 3<extra_0> C 3 - A 5<extra_0>"));
    assertEquals(List.of(false, true, true), check.rights());
  }

  @Test
  void whatIsNoSolutionIsAnError() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> ProgramCheck.of(PROGRAM, tokens("A it + 3 10")));
    assertEquals("5 tokens for 3 steps; expected 6 a step", error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ProgramCheck.of(
                    PROGRAM,
                    tokens("A it + 3 it<extra_0> B it * 5 2<extra_0> C 2 - A 8<extra_0>")));
    assertEquals("step 0 ends in 'it'; expected a number", error.getMessage());
  }

  static List<Long> seeds() {
    return IntStream.range(0, 50).mapToObj(Long::valueOf).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatTheWriterWritesIsRightAndMisquotedIsNot(long seed) {
    var random = new SplittableRandom(seed);
    for (Tier tier : Tier.values()) {
      Program program = Program.draw(tier, random);
      assertEquals(
          program, Program.draw(tier, replay(seed, tier)), "the same seed, the same program");
      var writer = new ProgramWriter(random);
      int[] solution = writer.write(program, program.values());
      ProgramCheck check = ProgramCheck.of(program, solution);
      assertEquals(Verdict.allCorrect(), check.verdict());
      assertTrue(check.answerRight());
      int[] values = program.values();
      values[program.steps() - 1] = writer.other(values[program.steps() - 1]);
      check = ProgramCheck.of(program, writer.write(program, values));
      assertEquals(Verdict.errorAt(program.steps() - 1), check.verdict());
      assertEquals(false, check.answerRight());
    }
  }

  /** A generator where the loop above stands when it comes to a tier. */
  private static SplittableRandom replay(long seed, Tier tier) {
    var random = new SplittableRandom(seed);
    for (Tier before : Tier.values()) {
      if (before == tier) {
        break;
      }
      Program program = Program.draw(before, random);
      var writer = new ProgramWriter(random);
      writer.write(program, program.values());
      writer.other(0);
      writer.write(program, program.values());
    }
    return random;
  }
}
