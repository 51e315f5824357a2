package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;

/**
 * From text to scores as transformers 5.18 with torch 2.13 has them: make_text_scores.py in the
 * resources of the model tests, fed as each family's makers do.
 */
class FamilyTextTest {
  private static final double TOLERANCE = 1e-5;

  /** A solution and what transformers makes of it. */
  private record Expected(Solution solution, List<Double> scores) {
    static Expected of(String fixture) throws IOException {
      JsonNode json =
          new ObjectMapper()
              .readTree(Fixture.named(fixture).folder().resolve("text.json").toFile());
      List<String> steps = new ArrayList<>();
      json.path("steps").forEach(step -> steps.add(step.asText()));
      JsonNode scores = json.path("scores");
      return new Expected(
          Solution.of("s", Problem.of("p", json.path("problem").asText()), steps),
          IntStream.range(0, scores.size()).mapToObj(i -> scores.path(i).asDouble()).toList());
    }

    double[] asArray() {
      return scores.stream().mapToDouble(score -> score).toArray();
    }
  }

  private static PrmSettings settings() {
    return PrmSettings.withDefaults().withCompute(ComputeSettings.withDefaults().withDevice("cpu"));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "qwen2-prm, qwen2-prm",
    "skywork, skywork",
    "mistral, math-shepherd",
    "token-classification, token-classification",
    "llama, rlhflow",
    "eurus, implicit"
  })
  void aTextScoresAsTransformersScoresIt(String fixture, String family) throws IOException {
    Expected expected = Expected.of(fixture);
    PrmSettings settings = settings();
    if (family.equals("implicit")) {
      settings =
          settings.withFamily(family).withReference(Fixture.named("eurus-reference").folder());
    }
    try (var prm = ProcessRewardModel.load(Fixture.named(fixture).folder(), settings)) {
      assertEquals(family, prm.family());
      StepScores scores = prm.score(List.of(expected.solution())).get(0);
      assertArrayEquals(expected.asArray(), scores.values().toArray(), TOLERANCE);
    }
  }

  @Test
  void anOutcomeModelsLogitIsThatOfTransformers() throws IOException {
    Expected expected = Expected.of("qwen2-rm");
    try (var rm = ProcessRewardModel.load(Fixture.named("qwen2-rm").folder(), settings())) {
      double[] outcomes = rm.outcomes(List.of(expected.solution()));
      assertArrayEquals(expected.asArray(), outcomes, TOLERANCE);
    }
  }
}
