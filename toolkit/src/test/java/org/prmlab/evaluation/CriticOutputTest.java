package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.Verdict;

class CriticOutputTest {
  @ParameterizedTest
  @CsvSource({
    "paragraph 0 is fine; the first error is in \\boxed{3}, 3",
    "\\boxed{1}. On reflection: \\boxed{ 2 }, 2",
    "the step writes \\boxed{\\frac{1}{2}} and so \\boxed{0}, 0"
  })
  void theLastBoxHoldsTheIndexOfTheFirstError(String output, int step) {
    assertEquals(Optional.of(Verdict.errorAt(step)), CriticOutput.read(output));
  }

  @Test
  void minusOneMeansNoError() {
    assertEquals(Optional.of(Verdict.allCorrect()), CriticOutput.read("so \\boxed{-1}."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no box", "\\boxed{none}", "\\boxed{1} then \\boxed{x}", "\\boxed{-2}", ""})
  void whatHoldsNoIndexIsNotParsed(String output) {
    assertEquals(Optional.empty(), CriticOutput.read(output));
  }

  @Test
  void aVoteDropsWhatDidNotParseAndTakesTheMostFrequent() {
    assertEquals(
        Optional.of(Verdict.errorAt(2)),
        CriticOutput.vote(List.of("?", "?", "?", "\\boxed{1}", "\\boxed{2}", "\\boxed{2}")));
    assertEquals(
        Optional.of(Verdict.errorAt(1)), CriticOutput.vote(List.of("\\boxed{1}", "\\boxed{2}")));
    assertEquals(Optional.empty(), CriticOutput.vote(List.of("?")));
  }
}
