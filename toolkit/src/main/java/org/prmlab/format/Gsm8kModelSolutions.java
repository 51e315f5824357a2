package org.prmlab.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

/**
 * The example model solutions of GSM8K's repository: a question with one solution of each of
 * several models and whether it is correct. Steps are lines; the last begins {@code A:}.
 */
record Gsm8kModelSolutions() implements RecordFormat {
  private static final String ANSWER = "A:";

  @Override
  public String id() {
    return "gsm8k-model-solutions";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("question", "ground_truth"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    String id = Fields.numbered(this, record);
    Optional<String> gold = answer(record.text("ground_truth"));
    if (gold.isEmpty()) {
      throw record.fault("ground_truth", "does not end in 'A:' and the final answer");
    }
    Problem problem = new Problem(id, record.filledText("question"), gold);
    List<LabeledSolution> solutions = new ArrayList<>();
    for (String model : record.fields()) {
      if (!model.equals("question") && !model.equals("ground_truth")) {
        solutions.add(solution(id + "-" + model, problem, model, record.object(model)));
      }
    }
    return solutions;
  }

  private static LabeledSolution solution(
      String id, Problem problem, String model, JsonRecord entry) {
    String text = entry.filledText("solution");
    return LabeledSolution.of(
        new Solution(
            id,
            problem,
            model,
            Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).toList(),
            answer(text),
            Optional.of(entry.flag("is_correct"))));
  }

  private static Optional<String> answer(String text) {
    int line = text.lastIndexOf("\n" + ANSWER);
    return line < 0
        ? Optional.empty()
        : Optional.of(text.substring(line + 1 + ANSWER.length()).strip());
  }
}
