package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
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
    "qwen3-token, token-classification",
    "llama, rlhflow",
    "eurus, implicit"
  })
  void aTextScoresAsTransformersScoresIt(String fixture, String family) throws IOException {
    Expected expected = Expected.of(fixture);
    PrmSettings settings = settings();
    if (Set.of("implicit", "rlhflow", "math-shepherd").contains(family)) {
      settings = settings.withFamily(family);
    }
    if (family.equals("implicit")) {
      settings = settings.withReference(Fixture.named("eurus-reference").folder());
    }
    try (var prm = ProcessRewardModel.load(Fixture.named(fixture).folder(), settings)) {
      assertEquals(family, prm.family());
      StepScores scores = prm.score(List.of(expected.solution())).get(0);
      assertArrayEquals(expected.asArray(), scores.values().toArray(), TOLERANCE);
    }
  }

  private static final String VERSA = "{problem} \n\n{steps}";

  /** What the checkpoint leaves open, stated as its user would. */
  static Stream<Arguments> stated() {
    PrmConventions none = PrmConventions.withDefaults();
    return Stream.of(
        Arguments.of("llama-token", "token-classification", none.withSeparator("\n\n")),
        Arguments.of("qwen2-token-3", "token-classification", none.withRightClasses(1, 2)),
        Arguments.of("llama-step-token", "step-token", none.withLayout(VERSA)),
        Arguments.of(
            "llama-step-token",
            "step-token",
            none.withStepToken(" \n\n\n\n").withLabelTokens("+", "-").withLayout(VERSA)),
        Arguments.of(
            "llama-step-token",
            "step-token",
            none.withStepToken("id:264").withLabelTokens("id:10", "text:-").withLayout(VERSA)),
        Arguments.of(
            "mistral",
            "step-token",
            none.withStepToken("ки")
                .withLabelTokens("+", "-")
                .withStepText("Step {number}: {step} ки\n")),
        Arguments.of("qwen2-prm", "qwen2-prm", none.withMeaning(ScoreMeaning.EVENTUAL_SUCCESS)));
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("stated")
  void whatIsStatedScoresAsTransformersScoresIt(
      String fixture, String family, PrmConventions conventions) throws IOException {
    Expected expected = Expected.of(fixture);
    PrmSettings settings = settings().withFamily(family).withConventions(conventions);
    try (var prm = ProcessRewardModel.load(Fixture.named(fixture).folder(), settings)) {
      StepScores scores = prm.score(List.of(expected.solution())).get(0);
      assertArrayEquals(expected.asArray(), scores.values().toArray(), TOLERANCE);
      assertEquals(conventions.meaning().orElse(prm.meaning()), scores.meaning());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "qwen2-rm",
        "llama-sequence",
        "qwen2-sequence",
        "qwen3-sequence",
        "mistral-sequence-2"
      })
  void anOutcomeIsThatOfTransformers(String fixture) throws IOException {
    Expected expected = Expected.of(fixture);
    try (var rm = OutcomeRewardModel.load(Fixture.named(fixture).folder(), settings())) {
      List<OptionalDouble> outcomes = rm.score(List.of(expected.solution()));
      assertEquals(expected.asArray()[0], outcomes.get(0).orElseThrow(), TOLERANCE);
      assertEquals(1, expected.scores().size());
    }
  }
}
