package org.prmlab.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalAnswerTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("so \\boxed{18}.", "18", AnswerMarker.BOXED),
        Arguments.of("\\boxed{\\frac{1}{\\sqrt{2}}}", "\\frac{1}{\\sqrt{2}}", AnswerMarker.BOXED),
        Arguments.of("\\boxed{\\{1, 2\\}}", "\\{1, 2\\}", AnswerMarker.BOXED),
        Arguments.of("\\boxed{1} no, \\boxed{2}", "2", AnswerMarker.BOXED),
        Arguments.of("\\boxed{1} and then \\boxed{2", "1", AnswerMarker.BOXED),
        Arguments.of("$\\boxed 5$", "5", AnswerMarker.BOXED),
        Arguments.of("\\fbox{7}", "7", AnswerMarker.BOXED),
        Arguments.of("\\boxed{\\boxed{3}}", "3", AnswerMarker.BOXED),
        Arguments.of("She earns $18.\n#### 18", "18", AnswerMarker.HASHES),
        Arguments.of("so it is 18\n\n# Answer\n\n18", "18", AnswerMarker.HEADING),
        Arguments.of("The answer is 18.", "18", AnswerMarker.SENTENCE),
        Arguments.of("The answer is: 3.5 cups. Good.", "3.5 cups", AnswerMarker.SENTENCE),
        Arguments.of("Final answer: x + 1", "x + 1", AnswerMarker.SENTENCE),
        Arguments.of("The answer is: 42 ки", "42", AnswerMarker.SENTENCE),
        Arguments.of("10 + 8 = 18\nA: 18", "18", AnswerMarker.LINE),
        Arguments.of("答案是 \\boxed{十八}", "十八", AnswerMarker.BOXED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void theMarkedAnswerIsFound(String text, String expected, AnswerMarker marker) {
    assertEquals(Optional.of(new FinalAnswer(expected, marker)), FinalAnswer.in(text));
  }

  @Test
  void theParserDoesNotStopAtTheFirstClosingBrace() {
    assertEquals(
        Optional.of("\\frac{\\sqrt{3}}{2}"),
        FinalAnswer.in("\\boxed{\\frac{\\sqrt{3}}{2}}").map(FinalAnswer::text));
  }

  @Test
  void aBoxWhoseBackslashBWasReadAsABackspaceIsStillABox() {
    assertEquals(
        Optional.of(new FinalAnswer("18", AnswerMarker.BOXED)), FinalAnswer.in("\boxed{18}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no marker, 18", "\\boxed{}", "\\boxed{1", "####", "boxed 5"})
  void aTextThatMarksNothingHasNoAnswer(String text) {
    assertEquals(Optional.empty(), FinalAnswer.in(text));
  }

  @Test
  void theLastStepWithAnAnswerCounts() {
    assertEquals(
        Optional.of("2"),
        FinalAnswer.in(List.of("\\boxed{1}", "so \\boxed{2}", "Let me know."))
            .map(FinalAnswer::text));
  }
}
