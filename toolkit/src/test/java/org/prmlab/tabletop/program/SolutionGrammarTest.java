package org.prmlab.tabletop.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.prmlab.model.TokenGrammar;

/** Which tokens may stand where: read off the automaton, state by state. */
class SolutionGrammarTest {
  private static List<Integer> operations(Program program) {
    return ProgramTokens.operations(ProgramTokens.problem(program), program.steps());
  }

  /** The words that may stand in a state. */
  private static List<String> allowed(TokenGrammar grammar, int state) {
    return IntStream.range(0, ProgramTokens.SIZE)
        .filter(token -> grammar.after(state, token) >= 0)
        .mapToObj(ProgramTokens.words()::get)
        .toList();
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /** Numbers that do not occur, 13 to 15, are no results. */
  @ParameterizedTest
  @CsvSource({
    "0, A",
    "1, 0 1 2 3 4 5 6 7 8 9 10 11 12 A B C D E F G H I J it",
    "2, *",
    "3, 0 1 2 3 4 5 6 7 8 9 10 11 12 A B C D E F G H I J it",
    "4, 0 1 2 3 4 5 6 7 8 9 10 11 12",
    "5, <extra_0>",
    "6, B",
    "8, -",
    "11, <extra_0>",
  })
  void aLineHasItsLetterItsOperationNumbersAndAStepToken(int token, String words) {
    int times = ProgramTokens.tokens("*")[0];
    int minus = ProgramTokens.tokens("-")[0];
    List<Integer> problem = List.of(times, minus);
    var solutions = SolutionGrammar.of(List.of(problem));
    TokenGrammar grammar = solutions.grammar();
    int state = solutions.state(problem, 0);
    for (int before : ProgramTokens.tokens("A it * 3 6 <extra_0> B 6 - it 0 <extra_0>")) {
      if (token-- == 0) {
        break;
      }
      state = grammar.after(state, before);
    }
    assertEquals(words(words), allowed(grammar, state));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenForAnyProblemOfThemLeadsToTheEndAndNowhereBefore(Tier tier) {
    var random = new SplittableRandom(4);
    List<Program> programs =
        IntStream.range(0, 40).mapToObj(i -> Program.draw(tier, random)).toList();
    var solutions =
        SolutionGrammar.of(
            programs.stream().map(SolutionGrammarTest::operations).collect(Collectors.toList()));
    TokenGrammar grammar = solutions.grammar();
    var writer = new ProgramWriter(random);
    for (Program program : programs) {
      int state = solutions.state(operations(program), 0);
      int[] written = writer.write(program, program.values());
      for (int at = 0; at < written.length; at++) {
        if (at % ProgramTokens.LINE == 0) {
          int line = at / ProgramTokens.LINE;
          assertEquals(solutions.state(operations(program), line), state, "line " + line);
        }
        assertTrue(state > 0, "the end came before token " + at);
        state = grammar.after(state, written[at]);
      }
      assertEquals(0, state, "the end");
    }
  }

  /** Problems that end alike share the states of their ends, if they are as long. */
  @Test
  void equalRestsAreOneState() {
    int[] three = ProgramTokens.tokens("+ - *");
    List<Integer> one = List.of(three[0], three[1]);
    List<Integer> other = List.of(three[2], three[1]);
    List<Integer> longer = List.of(three[0], three[0], three[1]);
    var solutions = SolutionGrammar.of(List.of(one, other, longer));
    assertEquals(solutions.state(one, 1), solutions.state(other, 1));
    assertTrue(solutions.state(one, 0) != solutions.state(other, 0));
    assertTrue(solutions.state(one, 1) != solutions.state(longer, 2), "another letter follows");
  }

  @Test
  void otherProblemsAreUnknown() {
    var grammar = SolutionGrammar.of(List.of(List.of(23, 24)));
    var error =
        assertThrows(IllegalArgumentException.class, () -> grammar.state(List.of(24, 24), 0));
    assertEquals("no state for line 0 of 2; the grammar is of other problems", error.getMessage());
  }
}
