package org.prmlab.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;

/**
 * One valid record of each format, in our own words, and the way from a line of JSON to solutions.
 */
final class Records {
  static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry(
              "processbench",
              """
              {"id": "a-1", "generator": "ada", "problem": "What is 2 + 3 × 4?",
               "steps": ["3 × 4 = 12", "2 + 12 = 15"], "final_answer_correct": false, "label": 1}\
              """),
          Map.entry(
              "prm800k",
              """
              {"labeler": "l", "timestamp": "t", "generation": 9,
               "is_quality_control_question": false, "is_initial_screening_question": false,
               "question": {"problem": "Find x with 2x = 6.", "ground_truth_answer": "3"},
               "label": {"steps": [
                 {"completions": [{"text": "x is 6 / 2.", "rating": 1, "flagged": false},
                                  {"text": "x is 6.", "rating": -1, "flagged": null}],
                  "human_completion": null, "chosen_completion": 0},
                 {"completions": [{"text": "Hm.", "rating": -1, "flagged": false}],
                  "human_completion": {"text": "Divide both sides.", "rating": null,
                                       "source": "human", "flagged": false},
                  "chosen_completion": null},
                 {"completions": [{"text": "So it is.", "rating": -1, "flagged": false},
                                  {"text": "So x = 3.\\n\\n# Answer\\n\\n3", "rating": 0,
                                   "flagged": false}],
                  "human_completion": null, "chosen_completion": 1}],
                "total_time": 10, "finish_reason": "solution"}}\
              """),
          Map.entry(
              "math-shepherd",
              """
              {"input": "What is 1 + 1 - 1? Step 1: 1 + 1 = 2 ки\\nStep 2: 2 - 1 = 0 ки",
               "label": "What is 1 + 1 - 1? Step 1: 1 + 1 = 2 +\\nStep 2: 2 - 1 = 0 -",
               "task": "GSM8K"}\
              """),
          Map.entry(
              "trl",
              """
              {"prompt": "What is 5 - 2?", "completions": ["5 - 2 = 3", "So 4."],
               "labels": [true, false]}\
              """),
          Map.entry(
              "rlhflow",
              """
              {"conversations": [
                {"role": "user", "content": "What is 5 - 2? Step 1: 5 - 2 = 3"},
                {"role": "assistant", "content": "+"},
                {"role": "user", "content": "Step 2: So 4."},
                {"role": "assistant", "content": "-"}]}\
              """),
          Map.entry(
              "visualprm",
              """
              {"image": "a.png", "question": "How many dots?", "answer": "5",
               "response": "Two and three make five.",
               "steps_with_score": [
                 {"step": "Two and three.", "score": 0.875, "num_mc_correct": 14,
                  "num_mc_total": 16},
                 {"step": "Five.", "score": 1.0, "num_mc_correct": 16, "num_mc_total": 16}]}\
              """),
          Map.entry(
              "math-aps",
              """
              {"question": "Add 2 and 2.", "final_answer": "4", "question_id": 12,
               "reasoning_steps": {"text": "Add 2 and 2.", "mc_value": 0.5, "children": [
                 {"text": "2 + 2 = 4", "mc_value": 1.0, "children": []},
                 {"text": "2 · 2", "mc_value": 0.75, "children": [
                   {"text": "= 4", "mc_value": 1.0, "children": []},
                   {"text": "= 5", "mc_value": 0.0, "children": []}]}]}}\
              """),
          Map.entry(
              "prmbench",
              """
              {"original_question": "q", "modified_question": "What is 7 · 6?",
               "original_process": ["1. 7 · 6 = 42"],
               "modified_process": ["1. It is 42.", "2. Since it is 42, it is 42.", "3. 42"],
               "modified_steps": [1, 2], "error_steps": [2], "reason": "circular",
               "idx": "p-1", "question": "q", "classification": "circular"}\
              """),
          Map.entry(
              "gr-ben",
              """
              {"id": "physics-3", "domain": "physics", "generator": "ada",
               "problem": "How far in 2 s at 3 m/s?", "steps": ["Distance is time.", "So 2 m."],
               "label": 1, "final_answer_correct": false, "error_type": "Knowledge error",
               "reason": "Distance is speed times time."}\
              """),
          Map.entry(
              "hard2verify",
              """
              {"unique_id": "u-1", "question": "Show that 2 divides 4 and 6.",
               "model_response_by_step": ["2 divides 4.", "4 divides 6.", "So 2 divides 6."],
               "human_labels": [1, 0, 0], "human_labels_first_error_idx": 1, "model": "ada"}\
              """),
          Map.entry(
              "agentprocessbench",
              """
              {"total_index": 4, "query_index": 0, "sample_index": 4, "question": "Who was Ada?",
               "messages": [{"role": "user", "content": "Who was Ada?"},
                 {"role": "assistant", "content": "", "tool_calls": [{"id": "c", "name": "search"}]},
                 {"role": "tool", "content": "a countess", "tool_call_id": "c"},
                 {"role": "assistant", "content": "Let me think.", "tool_calls": null},
                 {"role": "assistant", "content": "A king."}],
               "step_labels": {"1": 1, "3": 0, "4": -1}, "final_label": -1}\
              """),
          Map.entry(
              "qwen-samples",
              """
              {"idx": 7, "question": "What is 9 / 3?", "gt": "3", "level": 1,
               "response": ["9 / 3 = 3\\n\\nSo 3.", "It is 2."], "pred": ["3", "2"],
               "score": [true, false], "pred_score": [[0.9, 0.8], [0.0]]}\
              """),
          Map.entry(
              "search-and-learn",
              """
              {"problem": "What is 9 / 3?", "answer": "3", "unique_id": "test/7",
               "completions": ["9 / 3 = 3\\n\\nSo 3.", "It is 2."],
               "scores": [[0.9, 0.8], [0.0]]}\
              """),
          Map.entry(
              "gsm8k-model-solutions",
              """
              {"question": "What is 4 + 4?", "ground_truth": "4 + 4 = <<4+4=8>>8\\nA: 8",
               "small": {"is_correct": false, "solution": "4 + 4 = 9\\nA: 9"},
               "large": {"is_correct": true, "solution": "Twice 4 is 8.\\nA: 8"}}\
              """),
          Map.entry(
              "gsm8k",
              """
              {"question": "What is 4 + 4?", "answer": "4 + 4 = <<4+4=8>>8\\n#### 8"}\
              """),
          Map.entry(
              "math-500",
              """
              {"problem": "What is 4 + 4?", "solution": "Add.\\n\\nIt is $\\\\boxed{8}$.",
               "answer": "8", "subject": "Algebra", "level": 1, "unique_id": "test/algebra/1"}\
              """),
          Map.entry(
              "prmlab",
              """
              {"id": "x-1", "generator": "bob", "problem_id": "x", "problem": "What is 8 / 2?",
               "answer": "4", "steps": ["8 / 2", "= 4", "So 4.", "四", "!"], "final_answer": "4",
               "final_answer_correct": true, "label": -1,
               "step_labels": [{"source": "mc",
                 "values": [{"correct": 7, "total": 8}, null, 0.5, true, {"rating": -1}]}],
               "scores": {"p": [0.5, 1.0, 0.25]}, "outcome_scores": {"q": -1.5}, "mood": {"calm": [1, 2.50, null]}}\
              """));

  /** Layouts that are read by a map, in the same form. */
  static final Map<String, Map.Entry<String, String>> MAPPED =
      Map.of(
          "mapped",
          Map.entry(
              "id=uid,problem=doc.q,steps=trace[].t,label=trace[].ok,scores=p,outcome_score=rm,"
                  + "answer=gt,first_error=bad",
              """
              {"uid": 3, "doc": {"q": "What is 5 - 2?"}, "p": [0.5, 0.25], "rm": 1.5, "gt": "3",
               "trace": [{"t": "5 - 2 = 3", "ok": 1}, {"t": "So 4.", "ok": 0}], "bad": 1}\
              """),
          "mapped-samples",
          Map.entry(
              "problem=q,samples=outs[].text,correct=outs[].ok,scores=outs[].p,final_answer=said",
              """
              {"q": "Add 2 and 3.", "said": ["5", 6], "outs": [
                {"text": "2 + 3\\n\\nis 5", "ok": true, "p": [0.5, 1]},
                {"text": "6", "ok": "no", "p": null}]}\
              """),
          "mapped-chat",
          Map.entry(
              "problem=turns[role=user][0].content,steps=turns[role=user].content,"
                  + "label=turns[role=assistant].content",
              """
              {"turns": [{"role": "user", "content": "What is 5 - 2?\\n\\nIt is 3."},
                {"role": "assistant", "content": "\\\\boxed{Yes}"},
                {"role": "user", "content": "So 4."}, {"role": "assistant", "content": "-"}]}\
              """));

  private Records() {}

  /** A reader by its name. */
  static RecordFormat format(String id) {
    return Optional.ofNullable(MAPPED.get(id))
        .<RecordFormat>map(layout -> new MappedRecords(FieldMap.of(layout.getKey())))
        .orElseGet(() -> Formats.named(id));
  }

  /** A sample on one line. */
  static String line(String format) {
    Optional<String> mapped = Optional.ofNullable(MAPPED.get(format)).map(Map.Entry::getValue);
    return mapped
        .or(() -> Optional.ofNullable(SAMPLES.get(format)))
        .orElseThrow()
        .replace("\n", "");
  }

  static List<LabeledSolution> decode(RecordFormat format, String line) {
    return decode(format, line.getBytes(StandardCharsets.UTF_8));
  }

  static List<LabeledSolution> decode(RecordFormat format, byte[] line) {
    List<LabeledSolution> solutions = new ArrayList<>();
    try (RecordSource source = new JsonLineRecords("in.jsonl", new ByteArrayInputStream(line))) {
      Optional<JsonRecord> record = source.next();
      while (record.isPresent()) {
        solutions.addAll(format.decode(record.get()));
        record = source.next();
      }
    } catch (RecordSource.MalformedRecord e) {
      throw e.fault;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return solutions;
  }

  static LabeledSolution one(String format) {
    return decode(Formats.named(format), line(format)).get(0);
  }

  /** The message of the fault that {@code line} has. */
  static String fault(String format, String line) {
    try {
      return "no fault: " + decode(Formats.named(format), line);
    } catch (FormatException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
