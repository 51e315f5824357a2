package org.prmlab.labeling.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticReading;
import org.prmlab.evaluation.Unread;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;

class JudgePromptFormatTest {
  private static final Solution SOLUTION =
      Solution.of(
          "s",
          Problem.of("p", "What is {solution}?"),
          List.of("first {problem}", "second", "third"));

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<analysis_1>ok</analysis_1><analysis_2>no</analysis_2><conclusion>Incorrect</conclusion> |"
            + " 1",
        "<analysis_1>ok</analysis_1><analysis_2>ok</analysis_2><conclusion>Correct</conclusion> |"
            + " -1",
        "<analysis_1>ok</analysis_2>\\n<analysis_2>no</analysis_1><conclusion>\\nIncorrect | 1",
        "Sure! Let me see. <analysis_1>no. **Conclusion:** Incorrect. Hope this helps! | 0",
        "<analysis_1>ok <analysis_3>wrong here</analysis_3><conclusion>**Incorrect** | 2",
        "<analysis>a</analysis><analysis>b</analysis> <conclusion>incorrect</conclusion> | 1",
        "<analysis_paragraph_1>a</analysis> <CONCLUSION> Not correct </CONCLUSION> | 0",
        "<conclusion>Correct</conclusion> no wait <analysis_1>x <conclusion>Incorrect | 0",
        "everything is fine | NO_CONCLUSION",
        "<analysis_1>a</analysis_1> Incorrect | NO_CONCLUSION",
        "<conclusion>maybe</conclusion> | UNCLEAR",
        "<conclusion>Incorrect</conclusion> | NO_ANALYSIS",
        "<analysis_2>a<analysis_1>b<conclusion>Incorrect | NUMBERS_DISORDERED",
        "<analysis_4>a</analysis_4><conclusion>Incorrect | BEYOND_SOLUTION",
        "<analysis_0>a</analysis_0><analysis_1>b<conclusion>Incorrect | NUMBERS_DISORDERED",
        "### Analysis 1\\nok\\n### Analysis 2\\nno\\n## Verdict\\nIncorrect | 1",
        "**Analysis of Paragraph 1**: ok\\n"
            + "**Analysis of Paragraph 3**: no\\n"
            + "**Judgement:** Incorrect | 2",
        "Analysis 1: no\\n\\n__Final conclusion__\\n\\nIncorrect | 0",
        "分析1：好\\n分析2：错\\n结论：错误 | 1",
        "<think><analysis_3>x</analysis_3><conclusion>Correct</conclusion></think><analysis_1>no<conclusion>Incorrect"
            + " | 0",
        "<analysis_2>x</analysis_2></think><analysis_1>no<conclusion>Incorrect | 0",
        "<think><analysis_1>ok</analysis_1><conclusion>Correct</conclusion> but | THINKING",
        "<analysis_1>Incorrect? No.</analysis_1><conclusion>Correct</conclusion> The rest is"
            + " incorrect. | -1",
      })
  void analysesAreReadAsModelsWriteThem(String output, String expected) {
    assertEquals(expected, told(JudgePromptFormat.ANALYSES.read(output.replace("\\n", "\n"), 3)));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "It fails. \\boxed{1} | 1",
        "\\boxed{0} no, \\boxed{-1} | -1",
        "\\boxed{3} | BEYOND_SOLUTION",
        "\\boxed{-2} | BEYOND_SOLUTION",
        "\\boxed{second} | NO_INDEX",
        "nothing boxed | NO_BOX",
      })
  void boxesAreReadAsProcessBenchDoes(String output, String expected) {
    assertEquals(expected, told(JudgePromptFormat.BOXED_INDEX.read(output, 3)));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\"',
      value = {
        "Correct | CORRECT",
        "**Incorrect.** | INCORRECT",
        "The solution isn't correct. | INCORRECT",
        "The solution isn\u2019t entirely correct | INCORRECT",
        "This is not a correct solution | INCORRECT",
        "I cannot call it correct | INCORRECT",
        "It is not, in my view, right. | INCORRECT",
        "The result is right, but the argument is incorrect | INCORRECT",
        "Correct, but the reasoning is wrong | INCORRECT",
        "Incorrect, although the final answer is correct | INCORRECT",
        "Correct answer, incorrect reasoning | INCORRECT",
        "Incorrect. The correct answer is 18. | INCORRECT",
        "Steps 1 and 2 are correct, but step 3 is wrong | INCORRECT",
        "There is an error in paragraph 2 | INCORRECT",
        "The solution contains mistakes | INCORRECT",
        "not error-free | INCORRECT",
        "no incorrect paragraph: correct | CORRECT",
        "There are no errors. | CORRECT",
        "I could not find any mistake in it | CORRECT",
        "Nothing is wrong here; correct | CORRECT",
        "Errors: none | CORRECT",
        "None of the steps is incorrect | CORRECT",
        "All 4 paragraphs are correct | CORRECT",
        "The answer and all steps are correct | CORRECT",
        "Is it incorrect? No, it is correct. | CORRECT",
        "Is the solution correct? No. | INCORRECT",
        "Any error? No | CORRECT",
        "Correct/Incorrect: Incorrect | INCORRECT",
        "\\boxed{\\text{Incorrect}} | INCORRECT",
        "正确 | CORRECT",
        "不正确。 | INCORRECT",
        "解答没有错误 | CORRECT",
        "最终答案正确，但推理有错误 | INCORRECT",
        "正确答案是18，因此该解答错误 | INCORRECT",
        "Correct. However, step 3 is incorrect. | CONTRADICTORY",
        "The solution is correct but the solution is incorrect | CONTRADICTORY",
        "neither correct nor incorrect | CONTRADICTORY",
        "The final answer is correct | UNCLEAR",
        "It is partially correct | UNCLEAR",
        "Paragraphs 1 to 3 are correct | UNCLEAR",
        "There are no errors in paragraphs 1 and 2 | UNCLEAR",
        "It reaches the correct answer | UNCLEAR",
        "It would be correct if x were 2 | UNCLEAR",
        "I am not sure whether it is correct | UNCLEAR",
        "Correct or Incorrect? | UNCLEAR",
        "The number of errors is 0 | UNCLEAR",
        "It computes the relative error | UNCLEAR",
        "Yes | UNCLEAR",
      })
  void conclusionsAreReadWithTheirNegations(String conclusion, String expected) {
    assertEquals(expected, ConclusionText.of(conclusion).name());
  }

  @Test
  void anOutputThatWasCutOffBeforeItsVerdictIsOfItsOwnKind() {
    assertEquals(Unread.CUT_OFF, cut("<analysis_1>so").unread().orElseThrow());
    assertEquals(Unread.THINKING, cut("<think> so").unread().orElseThrow());
    assertEquals(
        Optional.of(Verdict.allCorrect()), cut("<conclusion>Correct</conclusion> An").verdict());
  }

  private static CriticReading cut(String text) {
    var drawn =
        new Samples(List.of(new Completion(text, End.CUT)), TokenUsage.none(), Optional.empty());
    return JudgeVotes.of(SOLUTION, JudgePromptFormat.ANALYSES, drawn).readings().get(0);
  }

  private static String told(CriticReading reading) {
    return reading
        .verdict()
        .map(v -> String.valueOf(v.earliestError().orElse(-1)))
        .orElseGet(() -> reading.unread().orElseThrow().name());
  }

  @Test
  void paragraphsAreCountedFromOneOrFromZero() {
    String analyses =
        JudgePromptFormat.ANALYSES.ask(JudgePromptFormat.ANALYSES.wording(), SOLUTION);
    assertTrue(analyses.contains("<paragraph_1>\nfirst {problem}\n</paragraph_1>"), analyses);
    assertTrue(analyses.contains("<paragraph_3>"));
    assertFalse(analyses.contains("<paragraph_0>"));
    String boxed =
        JudgePromptFormat.BOXED_INDEX.ask(JudgePromptFormat.BOXED_INDEX.wording(), SOLUTION);
    assertTrue(boxed.contains("<paragraph_0>\nfirst {problem}\n</paragraph_0>"), boxed);
    assertFalse(boxed.contains("<paragraph_3>"));
  }

  @Test
  void whatIsFilledInIsNotFilledAgain() {
    String prompt = JudgePromptFormat.ANALYSES.ask(JudgePromptFormat.ANALYSES.wording(), SOLUTION);
    assertTrue(prompt.contains("What is {solution}?"), prompt);
  }

  @Test
  void theGoldAnswerIsNotShown() {
    Solution known = Solution.of("s", new Problem("p", "?", Optional.of("424242")), List.of("a"));
    for (JudgePromptFormat shape : JudgePromptFormat.values()) {
      assertFalse(shape.ask(shape.wording(), known).contains("424242"));
    }
  }
}
