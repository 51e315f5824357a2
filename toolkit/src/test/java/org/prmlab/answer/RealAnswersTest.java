package org.prmlab.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
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

  private static Optional<String> answer(String text) {
    return FinalAnswer.in(text).map(FinalAnswer::text);
  }
}
