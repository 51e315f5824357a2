package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.prmlab.data.StepLabel.Hard.CORRECT;
import static org.prmlab.data.StepLabel.Hard.INCORRECT;
import static org.prmlab.data.StepLabel.Unlabeled.UNLABELED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.data.LabeledSolution;

/** Ways in which readers elsewhere have gone wrong; ours must not. */
class MistakesOfOtherToolsTest {

  @Test
  void alternativesOfPrm800kAreNotCombinedIntoSolutionsNobodyWrote() {
    assertEquals(1, Records.decode(new Prm800k(), Records.line("prm800k")).size());
  }

  @Test
  void aRatingOfPrm800kOutsideItsScaleIsRefused() {
    assertEquals(
        "in.jsonl:1: label.steps[0].completions[0].rating is 2; ratings are -1, 0 or 1."
            + " Is this PRM800K?",
        Records.fault(
            "prm800k", Records.line("prm800k").replaceFirst("\"rating\": 1", "\"rating\": 2")));
  }

  @Test
  void textThatIsNotAsciiIsKept() {
    String line = Records.line("processbench").replace("3 × 4 = 12", "三乘以四 ≈ 12 €, 𝛼 ≤ β");
    assertEquals(
        "三乘以四 ≈ 12 €, 𝛼 ≤ β",
        Records.decode(new ProcessBench(), line).get(0).solution().steps().get(0));
    String escaped = Records.line("processbench").replace("3 × 4 = 12", "\\u4e09 \\ud835\\udefc");
    assertEquals(
        "三 𝛼", Records.decode(new ProcessBench(), escaped).get(0).solution().steps().get(0));
  }

  @Test
  void aDoubledBackslashIsRead() {
    String line = Records.line("processbench").replace("3 × 4", "\\\\boxed{3}");
    assertEquals(
        "\\boxed{3} = 12",
        Records.decode(new ProcessBench(), line).get(0).solution().steps().get(0));
  }

  @Test
  void aMaskOfMinus100IsNoLabelAndNoTruth() {
    LabeledSolution read =
        Records.decode(new StepwiseSupervision(), Records.line("trl").replace("false]", "-100]"))
            .get(0);
    assertEquals(List.of(CORRECT, UNLABELED), read.labels().get(0).values());
    assertEquals(
        "in.jsonl:1: labels[1] is the number -1; expected true or false, 1 or 0, a fraction, or"
            + " -100 or null for no label",
        Records.fault("trl", Records.line("trl").replace("false]", "-1]")));
  }

  @Test
  void halvesOfSurrogatePairsAreRefused() {
    assertEquals(
        "in.jsonl:1: steps[0] holds half of a surrogate pair (U+D835) at character 0; write the"
            + " text as UTF-8",
        Records.fault("processbench", Records.line("processbench").replace("3 × 4", "\\ud835")));
  }

  @Test
  void aRecordDoesNotEndAtTheFirstClosingBrace() {
    String line = Records.line("processbench").replace("3 × 4 = 12", "\\\\frac{1}{2} } ] \\\"");
    assertEquals(
        "\\frac{1}{2} } ] \"",
        Records.decode(new ProcessBench(), line).get(0).solution().steps().get(0));
  }

  @Test
  void aScoreOfExactlyZeroKeepsItsPlace() {
    LabeledSolution read =
        Records.decode(
                new PrmlabRecord(),
                Records.line("prmlab").replace("[0.5, 1.0, 0.25]", "[0, 0.0, 1, 0e-7, 0.5]"))
            .get(0);
    assertEquals(List.of(0.0, 0.0, 1.0, 0.0, 0.5), read.scores().get("p"));
  }

  @Test
  void fewerScoresThanStepsAreNoticed() {
    String why = " steps (paragraphs); was it truncated when scored, or divided in another way?";
    assertEquals(
        "in.jsonl:1: pred_score[0] has 1 scores, but the sample has 2" + why,
        Records.fault(
            "qwen-samples",
            Records.line("qwen-samples").replace("[[0.9, 0.8], [0.0]]", "[[0.9], [0.0, 0.1]]")));
    assertEquals(
        "in.jsonl:1: scores[0] has 3 scores, but the sample has 2" + why,
        Records.fault(
            "search-and-learn",
            Records.line("search-and-learn").replace("0.9, 0.8", "0.9, 0.8, 0.7")));
  }

  @Test
  void moreScoresThanStepsAreRefused() {
    String six = String.join(", ", Collections.nCopies(6, "0.5"));
    assertEquals(
        "in.jsonl:1: scores.p has 6 scores for 5 steps; expected at most one a step",
        Records.fault("prmlab", Records.line("prmlab").replace("0.5, 1.0, 0.25", six)));
  }

  @Test
  void twoQuestionsWithTheSameTextStayTwo() {
    String line = Records.line("gsm8k");
    List<LabeledSolution> both =
        new ArrayList<>(Records.decode(new Gsm8kQuestions(), line + "\n" + line));
    assertEquals(2, both.stream().map(s -> s.solution().problem()).distinct().count());
  }

  @Test
  void aPlusInTheTextOfMathShepherdIsNoLabel() {
    LabeledSolution read =
        Records.decode(
                new MathShepherd(),
                """
                {"input": "1 + 1 - 1? Step 1: 3 +\\n4 - 5 - ки\\nStep 2: - + ки", \
                "label": "1 + 1 - 1? Step 1: 3 +\\n4 - 5 - -\\nStep 2: - + +", "task": ""}\
                """)
            .get(0);
    assertEquals(List.of("3 +\n4 - 5 -", "- +"), read.solution().steps());
    assertEquals(List.of(INCORRECT, CORRECT), read.labels().get(0).values());
  }

  @Test
  void aTagInsideARussianWordIsText() {
    LabeledSolution read =
        Records.decode(
                new MathShepherd(),
                """
                {"input": "Две ручки? Step 1: ручки и ручки ки", \
                "label": "Две ручки? Step 1: ручки и ручки +"}\
                """)
            .get(0);
    assertEquals("Две ручки?", read.solution().problem().text());
    assertEquals(List.of("ручки и ручки"), read.solution().steps());
  }

  @Test
  void anErrorStepOfZeroIsNotTakenForTheFirst() {
    assertEquals(
        "in.jsonl:1: error_steps names step 0, but modified_process has 3;"
            + " expected 1 to 3, counted from 1",
        Records.fault(
            "prmbench",
            Records.line("prmbench").replace("\"error_steps\": [2]", "\"error_steps\": [0]")));
  }
}
