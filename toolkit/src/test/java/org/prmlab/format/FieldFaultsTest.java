package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each reader says about a record that breaks its format. */
class FieldFaultsTest {

  @ParameterizedTest(name = "{0}: {1} as {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prm800k | "chosen_completion": 0 | "chosen_completion": 2 | label.steps[0].chosen_completion is 2, but the step has 2 completions; expected an index counted from 0
          prm800k | "steps": [ | "steps": [], "was": [ | label.steps has no step with a chosen, human or wrong completion
          math-shepherd | 2 - 1 = 0 - | 2 - 1 = 0 ? | label differs from input at character 57; expected the same text with + or - for each ки
          math-shepherd | = 2 ки | = 2 ки more | label differs from input at character 38; expected the same text with + or - for each ки
          math-shepherd | Step 1 | Step One | input has no question followed by 'Step 1:' before its first tag
          trl | [true, false] | [true] | labels has 1 entries; expected 2, one for each of the others
          rlhflow | "user", "content": "Step 2 | "assistant", "content": "Step 2 | conversations[2].role is 'assistant'; expected user
          rlhflow | "+" | "?" | conversations[1].content is '?'; expected + or -
          rlhflow | Step 1: | First, | conversations[0].content has no 'Step 1:' after a blank, so where the question ends is not known; name a text after which it does, or a file of the questions
          rlhflow | "conversations": [ | "question": "Why?", "conversations": [ | conversations[0].content does not begin with the record's question and a blank
          rlhflow | "conversations": [ | "conversations": [], "was": [ | conversations has 0 turns; expected pairs of a step and its label
          rlhflow | What is 5 - 2? | `  ` | conversations[0].content has no question before its first step
          visualprm | "num_mc_correct": 14 | "num_mc_correct": 17 | steps_with_score[0].num_mc_correct is 17 of 16 rollouts; expected 0 to 16
          visualprm | "num_mc_total": 16} | "num_mc_total": 0} | steps_with_score[0].num_mc_total is 0; expected at least one rollout
          visualprm | 0.875 | 0.5 | steps_with_score[0].score is 0.5, but 14 of 16 rollouts are correct; expected their ratio
          visualprm | "steps_with_score": [ | "steps_with_score": [], "was": [ | steps_with_score is an empty list; expected at least one step
          math-aps | 0.75 | 1.75 | reasoning_steps.children[1].mc_value is 1.75; expected a rate from 0 to 1
          math-aps | "mc_value": 0.5, "children" | "mc_value": 0.5, "children": [], "was" | reasoning_steps holds no step; expected at least one
          prmbench | "error_steps": [2] | "error_steps": [4] | error_steps names step 4, but modified_process has 3; expected 1 to 3, counted from 1
          gr-ben | "label": 1 | "label": 3 | label is 3, but there are 2 steps; GR-Ben counts the first wrong step from 1, and writes -1 for none
          gr-ben | "label": 1 | "label": 0 | label is 0, but there are 2 steps; GR-Ben counts the first wrong step from 1, and writes -1 for none
          hard2verify | [1, 0, 0] | [1, 0] | human_labels has 2 entries; expected 3, one for each of the others
          hard2verify | [1, 0, 0] | [1, 2, 0] | human_labels is the number 2; expected 1 or 0
          hard2verify | "human_labels_first_error_idx": 1 | "human_labels_first_error_idx": 2 | human_labels_first_error_idx is 2, but the first 0 of human_labels has index 1; expected the same, counted from 0, or -1
          agentprocessbench | "3": 0 | "2": 0 | step_labels rates the messages [1, 2, 4], the assistant's are [1, 3, 4]; expected the same, counted from 0
          agentprocessbench | "3": 0 | "3": 2 | step_labels.3 is 2; expected -1, 0 or 1
          agentprocessbench | "3": 0 | "three": 0 | step_labels.three is no index of a message; expected a number, counted from 0
          qwen-samples | [true, false] | [true] | score has 1 entries; expected 2, one for each of the others
          qwen-samples | "response": [ | "response": [], "was": [ | score has 2 entries; expected 0, one for each of the others
          search-and-learn | "completions": [ | "completions": [], "was": [ | completions is an empty list; expected at least one sample
          gsm8k | #### 8 | A: 8 | answer does not end in #### and the final answer
          gsm8k-model-solutions | >>8\\nA: 8 | >>8 | ground_truth does not end in 'A:' and the final answer
          prmlab | null, 0.5 | 0.5 | step_labels[0].values has 4 entries; expected 5, one for each of the others
          prmlab | null, 0.5 | null, 1.5 | step_labels[0].values[2] is the number 1.5; expected true, false, a number from 0 to 1, {"correct", "total"}, {"rating"} or null
          prmlab | {"p": [0.5 | {"q": 1.5, "p": [0.5 | outcome_scores.q stands under scores too; expected one score of a model
          prmlab | [{"source": "mc", | [{"source": "mc", "values": [1, 1, 1, 1, 1]}, {"source": "mc", | step_labels has two lists from 'mc'; expected one a source, name them apart
          search-and-learn | [0.9, 0.8], [0.0] | [0.9, 0.8], 0.0 | scores[0] has 2 scores, another sample one number; expected one kind
          prmlab | "correct": 7 | "correct": -1 | step_labels[0].values[0].correct is -1 of 8 rollouts; expected 0 to 8
          """)
  void aBrokenRecordIsToldFromItsField(String format, String field, String wrong, String expected) {
    String line = Records.line(format);
    assertNotEquals(line, line.replace(field, wrong), "the sample does not hold " + field);
    assertEquals("in.jsonl:1: " + expected, Records.fault(format, line.replace(field, wrong)));
  }

  @Test
  void aMathShepherdRecordWithoutATagIsRefused() {
    assertEquals(
        "in.jsonl:1: input has no tag ки; expected one after each step",
        Records.fault(
            "math-shepherd", "{\"input\": \"1? Step 1: 1\", \"label\": \"1? Step 1: 1\"}"));
    assertEquals(
        "in.jsonl:1: input goes on after its last tag (and so); is the last step cut off?",
        Records.fault(
            "math-shepherd",
            "{\"input\": \"1? Step 1: 1 ки and so\", \"label\": \"1? Step 1: 1 + and so\"}"));
  }
}
