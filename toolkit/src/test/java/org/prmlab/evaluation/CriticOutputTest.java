package org.prmlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Verdict;

class CriticOutputTest {
  private static String told(CriticReading reading) {
    return reading
        .verdict()
        .map(v -> String.valueOf(v.earliestError().orElse(-1)))
        .orElseGet(() -> reading.unread().orElseThrow().name());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "paragraph 0 is fine; the first error is in \\boxed{3} | 3",
        "\\boxed{1}. On reflection: \\boxed{ 2 } | 2",
        "the step writes \\boxed{\\frac{1}{2}} and so \\boxed{0} | 0",
        "so \\boxed{-1}. | -1",
        "\\boxed{\\text{ -1 }} | -1",
        "$\\boxed{\u22121}$ | -1",
        "\\boxed{\uff11} | 1",
        "\\boxed{4}. (The answer stands in \\boxed{}.) | 4",
        "\\boxed{\\text{Paragraph}\\ 4} | 4",
        "\\boxed{\\text{paragraph\\_4}} | 4",
        "\\boxed{<paragraph_4>} | 4",
        "\\boxed{paragraph-4} | 4",
        "\\boxed{paragraph-1} | NO_INDEX",
        "\\boxed{paragraph_-1} | -1",
        "\\boxed{Step 3} | 3",
        "\\boxed{Index: 3} | 3",
        "\\boxed{\\mathrm{idx}=3.0} | 3",
        "\\boxed{first error: 3.} | 3",
        "\\boxed{第 3 段} | 3",
        "\\boxed{步骤3} | 3",
        "\\boxed{\\textbf{None}} | -1",
        "\\boxed{No errors} | -1",
        "\\boxed{-2} | BEYOND_SOLUTION",
        "\\boxed{2.5} | NO_INDEX",
        "\\boxed{2, 3} | NO_INDEX",
        "\\boxed{paragraphs 2 and 3} | NO_INDEX",
        "\\boxed{1} then \\boxed{x} | NO_INDEX",
        "\\boxed{second} | NO_INDEX",
        "\\boxed{1 | NO_BOX",
        "no box | NO_BOX",
      })
  void theLastBoxHoldsTheIndexOfTheFirstError(String output, String expected) {
    assertEquals(expected, told(CriticOutput.read(output.replace("¦", "|"))));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<think>\\boxed{2}? no.</think> It is \\boxed{0}. | 0",
        "<think>\\boxed{2}</think> It is \\boxed{0}. <think>or \\boxed{1}</think> Done. | 0",
        "Maybe \\boxed{2}. Hm. </think> \\boxed{0} | 0",
        "<think>I write <think> and think. </think> \\boxed{0} | 0",
        "<Thinking>\\boxed{2}</Thinking>\\boxed{0} | 0",
        "[THINK]\\boxed{2}[/THINK]\\boxed{0} | 0",
        "<¦channel¦>analysis<¦message¦>\\boxed{2}<¦end¦><¦channel¦>final<¦message¦>\\boxed{0} | 0",
        "<think>\\boxed{2} looks right, but | THINKING",
        "\\boxed{2} <think> wait | THINKING",
        "<think>\\boxed{2}</think>  | THINKING",
        "<think>\\boxed{2}</think> I am done. | NO_BOX",
      })
  void whatIsOnlyThoughtIsNoVerdict(String output, String expected) {
    assertEquals(expected, told(CriticOutput.read(output.replace("¦", "|"))));
  }

  @Test
  void anEmptyOutputIsOfItsOwnKind() {
    assertEquals(Optional.of(Unread.EMPTY), CriticOutput.read(" ").unread());
  }

  @Test
  void aVoteDropsWhatCouldNotBeReadAndTakesTheMostFrequent() {
    CriticVotes votes =
        CriticOutput.votes(List.of("?", "?", "<think>", "\\boxed{1}", "\\boxed{2}", "\\boxed{2}"));
    assertEquals(Optional.of(Verdict.errorAt(2)), votes.verdict());
    assertEquals(Map.of(Unread.NO_BOX, 2, Unread.THINKING, 1), votes.unread());
    assertEquals(
        Optional.of(Verdict.errorAt(1)),
        CriticOutput.votes(List.of("\\boxed{1}", "\\boxed{2}")).verdict());
    assertEquals(Optional.empty(), CriticOutput.votes(List.of("?")).verdict());
  }

  @Test
  void aParagraphThatTheSolutionDoesNotHaveIsNoVote() {
    CriticVotes votes = CriticOutput.votes(List.of("\\boxed{4}", "\\boxed{4}", "\\boxed{3}"));
    assertEquals(Optional.of(Verdict.errorAt(3)), votes.within(4).verdict());
    assertEquals(Map.of(Unread.BEYOND_SOLUTION, 2), votes.within(4).unread());
  }

  @Test
  void aReadingHasAVerdictOrAReason() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new CriticReading(Optional.empty(), Optional.empty()));
    assertEquals(
        "verdict Optional.empty, unread for Optional.empty; exactly one of them expected",
        error.getMessage());
  }
}
