package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} on the benchmarks that have measures of their own. */
class BenchmarkCommandsTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private EvaluateRun evaluate;

  @BeforeEach
  void inOneLanguage() {
    Locale.setDefault(Locale.ROOT);
    evaluate = new EvaluateRun(folder);
  }

  private static final String HARD =
      """
      {"unique_id": "a", "question": "A?", "model_response_by_step": ["1", "2"], "human_labels": [1, 1], "human_labels_first_error_idx": -1}
      {"unique_id": "b", "question": "B?", "model_response_by_step": ["1", "2"], "human_labels": [1, 0], "human_labels_first_error_idx": 1}
      {"unique_id": "c", "question": "C?", "model_response_by_step": ["1", "2"], "human_labels": [0, 0], "human_labels_first_error_idx": 0}
      """;

  @Test
  void hard2VerifyIsMeasuredByScoresAndByLabels() throws IOException {
    String data = evaluate.file("hard.jsonl", HARD);
    String scores =
        """
        {"id": "a", "scores": [0.9, 0.8]}
        {"id": "b", "scores": [0.9, 0.7]}
        {"id": "c", "scores": [0.5, 0.1]}
        """;
    JsonNode report =
        evaluate.json("hard2verify", "--data", data, "--scores", evaluate.file("s.jsonl", scores));
    assertEquals(100 * (1 + 2 / 3.0) / 2, EvaluateRun.value(report.at("/step/balanced_accuracy")));
    assertEquals(75, EvaluateRun.value(report.at("/response/balanced_accuracy")));
    assertEquals(200 * 0.5 / 1.5, EvaluateRun.value(report.at("/error_id/balanced_f1")), 1e-9);
    String labels =
        """
        {"id": "a", "labels": [1, 1]}
        {"id": "b", "labels": [1, 0]}
        {"id": "c", "labels": [null, 0]}
        """;
    JsonNode read =
        evaluate.json("hard2verify", "--data", data, "--labels", evaluate.file("l.jsonl", labels));
    assertEquals(1, read.path("unread").asInt());
    assertEquals(75, EvaluateRun.value(read.at("/error_id/balanced_accuracy")));
    assertEquals(
        0,
        evaluate.run("hard2verify", "--data", data, "--scores", evaluate.file("s.jsonl", scores)));
    assertTrue(evaluate.out.toString().contains("first error"), evaluate.out.toString());
  }

  @Test
  void grBenIsMeasuredByDomain() throws IOException {
    StringBuilder data = new StringBuilder();
    StringBuilder predictions = new StringBuilder();
    for (String domain : new String[] {"physics", "logic"}) {
      for (int label : new int[] {-1, 1, 2}) {
        String id = domain + label;
        data.append(
            "{\"id\": \"%s\", \"domain\": \"%s\", \"generator\": \"g\", \"problem\": \"%s?\", \"steps\": [\"a\", \"b\"], \"label\": %d, \"final_answer_correct\": true, \"error_type\": null, \"reason\": null}%n"
                .formatted(id, domain, id, label));
        int predicted = domain.equals("logic") && label == 2 ? 0 : label < 0 ? -1 : label - 1;
        predictions.append("{\"id\": \"%s\", \"prediction\": %d}%n".formatted(id, predicted));
      }
    }
    String file = evaluate.file("gr.jsonl", data.toString());
    String predicted = evaluate.file("p.jsonl", predictions.toString());
    JsonNode report = evaluate.json("gr-ben", "--data", file, "--predictions", predicted);
    assertEquals(100, EvaluateRun.value(report.at("/by_domain/physics/f1")));
    assertEquals(50, EvaluateRun.value(report.at("/by_domain/logic/error_accuracy")));
    assertEquals((100 + 200 / 3.0) / 2, EvaluateRun.value(report.at("/average_f1")), 1e-9);
    assertEquals(0, evaluate.run("gr-ben", "--data", file, "--predictions", predicted));
    assertTrue(evaluate.out.toString().contains("mean F1 of 2 domains"), evaluate.out.toString());
  }

  @Test
  void agentRatingsAreMeasuredThreeWays() throws IOException {
    String data =
        """
        {"total_index": 0, "question": "Q?", "messages": [{"role": "user", "content": "Q?"}, {"role": "assistant", "content": "a"}, {"role": "assistant", "content": "b"}], "step_labels": {"1": 1, "2": -1}, "final_label": -1}
        {"total_index": 1, "question": "R?", "messages": [{"role": "user", "content": "R?"}, {"role": "assistant", "content": "a"}], "step_labels": {"1": 0}, "final_label": 1}
        """;
    String predictions = "{\"total_index\": 0, \"step_labels\": {\"1\": 0, \"2\": -1}}\n";
    String file = evaluate.file("agent.jsonl", data);
    String predicted = evaluate.file("p.jsonl", predictions);
    JsonNode report =
        evaluate.json("agentprocessbench", "--data", file, "--predictions", predicted);
    assertEquals(100 / 3.0, EvaluateRun.value(report.path("step_accuracy")), 1e-9);
    assertEquals(100, EvaluateRun.value(report.path("first_error_accuracy")));
    assertEquals(1, report.path("without_prediction").asInt());
    assertEquals(1, report.path("unread").asInt());
    assertEquals(100, EvaluateRun.value(report.at("/recall/negative")));
    assertEquals(0, evaluate.run("agentprocessbench", "--data", file, "--predictions", predicted));
    assertTrue(evaluate.out.toString().contains("recall of negative"), evaluate.out.toString());
    String unknown = evaluate.file("u.jsonl", "{\"total_index\": 7}\n");
    assertEquals(1, evaluate.run("agentprocessbench", "--data", file, "--predictions", unknown));
    assertTrue(evaluate.err.toString().contains("ids 7 are not in"), evaluate.err.toString());
  }
}
