package org.prmlab.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalAnswerTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("so \\boxed{18}.", "18", AnswerRule.BOXED),
        Arguments.of("\\boxed{\\frac{1}{\\sqrt{2}}}", "\\frac{1}{\\sqrt{2}}", AnswerRule.BOXED),
        Arguments.of("\\boxed{\\{1, 2\\}}", "\\{1, 2\\}", AnswerRule.BOXED),
        Arguments.of("\\boxed{1} no, \\boxed{2}", "2", AnswerRule.BOXED),
        Arguments.of("\\boxed{1} and then \\boxed{2", "1", AnswerRule.BOXED),
        Arguments.of("$\\boxed 5$", "5", AnswerRule.BOXED),
        Arguments.of("\\fbox{7}", "7", AnswerRule.BOXED),
        Arguments.of("\\boxed{\\boxed{3}}", "3", AnswerRule.BOXED),
        Arguments.of("She earns $18.\n#### 18", "18", AnswerRule.HASHES),
        Arguments.of("so it is 18\n\n# Answer\n\n18", "18", AnswerRule.HEADING),
        Arguments.of("The answer is 18.", "18", AnswerRule.SENTENCE),
        Arguments.of("The answer is: 3.5 cups. Good.", "3.5 cups", AnswerRule.SENTENCE),
        Arguments.of("Final answer: x + 1", "x + 1", AnswerRule.FINAL_ANSWER),
        Arguments.of("The answer is: 42 ки", "42", AnswerRule.SENTENCE),
        Arguments.of("10 + 8 = 18\nA: 18", "18", AnswerRule.LINE),
        Arguments.of("答案是 \\boxed{十八}", "十八", AnswerRule.BOXED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void theMarkedAnswerIsFound(String text, String expected, AnswerRule marker) {
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
        Optional.of(new FinalAnswer("18", AnswerRule.BOXED)), FinalAnswer.in("\boxed{18}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no value", "\\boxed{}", "\\boxed{1", "####", "so 24 - 5 =", "\\(24 - 5"})
  void aTextWithoutAValueOrCutOffHasNoAnswer(String text) {
    assertEquals(Optional.empty(), FinalAnswer.in(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Final Answer: **36**|36|FINAL_ANSWER",
        "**Final Answer**;;36|36|FINAL_ANSWER",
        "## Final answer;;;;$36$|36|FINAL_ANSWER",
        "Final Answer: The final answer is $36$. I hope it is correct.|36|FINAL_ANSWER",
        "Final answer: Tom has 36 stamps left.|36 stamps left|FINAL_ANSWER",
        "Final Answer: The smallest $k$ is 36.|36|FINAL_ANSWER",
        "ANSWER: D|D|FINAL_ANSWER",
        "**Answer:** $\\frac{3}{4}$|\\frac{3}{4}|FINAL_ANSWER",
        "Answer: 36;;;;Check: 6 times 6.|36|FINAL_ANSWER",
        "最终答案：36|36|FINAL_ANSWER",
        "<answer> 36 </answer>|36|TAG",
        "<answer>36|36|TAG",
        "故答案为：36。|36|SENTENCE",
        "所以答案是 $36$。|36|SENTENCE",
        "答：还剩36个苹果。|36个苹果|LINE",
        "So the answer is **36** euros|36 euros|SENTENCE",
        "The answer is 36 because 6 times 6 is 36.|36|SENTENCE",
        "The correct option is (D).|(D)|SENTENCE",
        "So $y=\\boxed{3}$ or $y=\\boxed{8}$.|3, 8|BOXED",
        "\\boxed{3}. Hence the total is \\boxed{8}.|8|BOXED",
        "\\boxed{36}, put into \\boxed{} as told.|36|BOXED",
        "$\\boxed\\frac{3}{4}$|\\frac{3}{4}|BOXED",
        "$\\boxed{\\frac{3}{4}$.|\\frac{3}{4}|BOXED",
        "\\boxed{36};;I hope this answer is helpful.|36|BOXED",
        "\\boxed{4};;So the final answer is 36.|36|FINAL_ANSWER",
        "<think>\\boxed{4}</think>;;The answer is 36.|36|SENTENCE",
        "<think>so \\boxed{36}</think>|36|BOXED",
        "#### Step 1: count;;6;;#### 36|36|HASHES",
        "The answer is 36</s>;;The answer is 4|36|SENTENCE",
        "The answer is 36.;;;;Question: what is 2+2?;;The answer is 4.|36|SENTENCE",
        "Thus $x = 36$.;;;;Tell me if you need more.|x = 36|LAST_FORMULA",
        "So Tom has **36** stamps of the 40.|36|LAST_FORMULA",
        "So Tom has 36 stamps.|36|LAST_NUMBER",
        "He walks 36 km in 4 hours.|36|LAST_NUMBER",
      })
  void theFormsOfTheFieldsGradersAreKnown(String text, String expected, AnswerRule rule) {
    assertEquals(
        Optional.of(new FinalAnswer(expected, rule)), FinalAnswer.in(text.replace(";;", "\n")));
  }

  @Test
  void whatIsThoughtInAThoughtThatIsNotClosedIsNoAnswer() {
    assertEquals(Optional.empty(), FinalAnswer.in("<think>perhaps \\boxed{3}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"So Tom has 36 stamps.", "Thus $x = 36$.", "The answer is correct."})
  void onlyWhatIsCalledTheAnswerIsExplicit(String text) {
    assertEquals(Optional.empty(), AnswerExtraction.explicit().in(text));
  }

  @Test
  void theCallerNamesTheRules() {
    AnswerExtraction hashes = AnswerExtraction.withDefaults().withRules(List.of(AnswerRule.HASHES));
    assertEquals(Optional.empty(), hashes.in("\\boxed{3}"));
    assertEquals(Optional.of("3"), hashes.in("#### 3").map(FinalAnswer::text));
    assertEquals(Optional.of("3"), hashes.withoutFallback().in("#### 3").map(FinalAnswer::text));
    assertThrows(IllegalArgumentException.class, () -> new AnswerExtraction(Set.of()));
  }

  @Test
  void theLastStepWithAnAnswerCounts() {
    assertEquals(
        Optional.of("2"),
        FinalAnswer.in(List.of("\\boxed{1}", "so \\boxed{2}", "Let me know."))
            .map(FinalAnswer::text));
  }
}
