package org.prmlab.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.prmlab.RealData;

/** The checker against the flags that openai/grade-school-math and ProcessBench ship. */
@Timeout(120)
class RealAnswersTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void everyGsm8kModelSolutionIsGradedAsItsAuthorsDid() throws IOException {
    int compared = 0;
    int disagreeing = 0;
    for (String line : Files.readAllLines(RealData.file("gsm8k_example_model_solutions.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      String gold = answer(row.get("ground_truth").asText()).orElseThrow();
      for (String model :
          List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification")) {
        JsonNode solution = row.get(model);
        boolean correct =
            answer(solution.get("solution").asText())
                .map(a -> AnswerComparison.withDefaults().compare(gold, a))
                .map(e -> e == Equivalence.EQUAL)
                .orElse(false);
        compared++;
        disagreeing += correct == solution.get("is_correct").asBoolean() ? 0 : 1;
      }
    }
    assertEquals(5276, compared);
    assertEquals(0, disagreeing);
  }

  /** gsm8k-70 and gsm8k-74 end in GSM8K's own answer and are flagged as wrong; one is undecided. */
  @Test
  void processBenchIsGradedAsItsFlagsSayButForTwoThatAreWrong() throws IOException {
    Map<String, String> gold = new HashMap<>();
    for (String line : Files.readAllLines(RealData.file("gsm8k_example_model_solutions.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      String key = row.get("question").asText().replaceAll("\\W", "");
      gold.put(key, answer(row.get("ground_truth").asText()).orElseThrow());
    }
    List<String> disagreeing = new ArrayList<>();
    int undecided = 0;
    for (JsonNode row : JSON.readTree(RealData.file("processbench_gsm8k.json").toFile())) {
      List<String> steps = new ArrayList<>();
      row.get("steps").forEach(step -> steps.add(step.asText()));
      String found = FinalAnswer.in(steps).orElseThrow().text();
      String known =
          Objects.requireNonNull(gold.get(row.get("problem").asText().replaceAll("\\W", "")));
      Equivalence verdict = AnswerComparison.withDefaults().compare(known, found);
      boolean published = row.get("final_answer_correct").asBoolean();
      undecided += verdict == Equivalence.UNDECIDED ? 1 : 0;
      if (verdict != Equivalence.UNDECIDED && (verdict == Equivalence.EQUAL) != published) {
        disagreeing.add(row.get("id").asText());
      }
    }
    assertEquals(List.of("gsm8k-70", "gsm8k-74"), disagreeing);
    assertEquals(1, undecided);
  }

  private static Optional<String> answer(String text) {
    return FinalAnswer.in(text).map(FinalAnswer::text);
  }
}
