package org.prmlab.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.llm.endpoint.EndpointLimits;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.model.TokenRow;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.OutcomeRewardModel;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.prm.TokenScorer;
import org.prmlab.served.RewardServer.Manner;

/**
 * A server that computes with the real tiny models, in every shape: the scores are those of the
 * same model run here.
 */
class ServedParityTest {
  private static final double FLOAT = 1e-6;
  private static final EndpointLimits LIMITS = EndpointLimits.withDefaults().withConcurrency(2);

  @TempDir private Path folder;

  private static List<Solution> solutions() {
    return IntStream.range(0, 5)
        .mapToObj(
            i ->
                Solution.of(
                    "s" + i,
                    Problem.of("p" + i, "Add " + i + " and 2."),
                    IntStream.rangeClosed(0, i % 3).mapToObj(s -> s + " = " + i).toList()))
        .toList();
  }

  private static PrmSettings here(String family) {
    return PrmSettings.withDefaults()
        .withFamily(family)
        .withCompute(ComputeSettings.withDefaults().withDevice("cpu"));
  }

  /** Which of a text's tokens a server answers about. */
  private enum Rows {
    ALL,
    LAST
  }

  /**
   * Probabilities of the checkpoint at the tokens of a text, as the two classes or as one logit.
   */
  private static RewardServer.Head computing(TokenScorer model, Rows which, boolean logits) {
    return input -> {
      int[] ids = new int[input.size()];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = input.get(i).asInt();
      }
      int[] at =
          which == Rows.ALL ? IntStream.range(0, ids.length).toArray() : new int[] {ids.length - 1};
      List<double[]> rows = new ArrayList<>();
      synchronized (model) {
        for (double p : model.score(List.of(TokenRow.of(ids, at)))[0]) {
          boolean raw = model.family().equals("qwen2-rm"); // any real number
          double logit = raw ? p : Math.log(p / (1 - p));
          rows.add(
              model.family().equals("skywork")
                  ? new double[] {logit}
                  : logits
                      ? new double[] {raw ? 0 : 0.25, raw ? logit : 0.25 + logit}
                      : new double[] {1 - p, p});
        }
      }
      return rows;
    };
  }

  @ParameterizedTest(name = "{0} on {1}, {2}")
  @CsvSource({
    "qwen2-prm, POOLING, AUTO, ALL, false",
    "qwen2-prm, POOLING, AUTO, ALL, true",
    "qwen2-prm, CLASSIFY, AUTO, LAST, false",
    "qwen2-prm, SGLANG, AUTO, LAST, true",
    "token-classification, POOLING, PROBABILITIES, ALL, false",
    "skywork, EMBEDDINGS, LOGITS, ALL, true",
    "skywork, POOLING, LOGITS, ALL, true"
  })
  void aServedModelScoresAsTheSameModelHere(
      String family, RewardRoute route, ScoreScale scale, Rows which, boolean logits)
      throws IOException {
    Path checkpoint = Fixture.named(family).folder();
    try (TokenScorer model = TokenScorer.load(checkpoint, here(family), LabelTokens.NONE);
        RewardServer server =
            RewardServer.start((number, body) -> Manner.NORMAL, computing(model, which, logits));
        ServedPrm prm =
            ServedPrm.connect(
                ServedSettings.of(server.url(), "m", family)
                    .withRoute(route)
                    .withScale(scale)
                    .withTokenizer(checkpoint),
                LIMITS,
                "");
        RewardJournal journal =
            RewardJournal.open(folder.resolve("journal.jsonl"), prm.configuration());
        ProcessRewardModel local = ProcessRewardModel.load(checkpoint, here(family))) {
      List<ServedPrm.Scored> served = prm.score(solutions(), journal);
      List<StepScores> expected = local.score(solutions());
      for (int i = 0; i < expected.size(); i++) {
        assertEquals("", served.get(i).missing());
        assertArrayEquals(
            expected.get(i).values().toArray(),
            served.get(i).scores().orElseThrow().values().toArray(),
            FLOAT);
        assertEquals(expected.get(i).meaning(), served.get(i).scores().orElseThrow().meaning());
      }
      assertEquals(solutions().size(), server.requests());
      assertEquals(route.path(), server.paths().get(0));
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({"POOLING, ALL", "CLASSIFY, LAST", "SGLANG, LAST", "EMBEDDINGS, ALL"})
  void anOutcomeModelGivesOneNumberASolution(RewardRoute route, Rows which) throws IOException {
    Path checkpoint = Fixture.named("qwen2-rm").folder();
    try (TokenScorer model = TokenScorer.load(checkpoint, here("qwen2-rm"), LabelTokens.NONE);
        RewardServer server =
            RewardServer.start(
                (number, body) -> Manner.NORMAL,
                input ->
                    computing(model, which, true).rows(input).stream()
                        .map(pair -> new double[] {pair[1]})
                        .toList());
        ServedPrm prm =
            ServedPrm.connect(
                ServedSettings.of(server.url(), "m", "qwen2-rm")
                    .withRoute(route)
                    .withTokenizer(checkpoint),
                LIMITS,
                "");
        OutcomeRewardModel local = OutcomeRewardModel.load(checkpoint, here("qwen2-rm"))) {
      List<ServedPrm.Scored> served = prm.score(solutions(), RewardJournal.inMemory());
      List<OptionalDouble> expected = local.score(solutions());
      for (int i = 0; i < expected.size(); i++) {
        assertEquals("", served.get(i).missing());
        assertEquals(expected.get(i).orElseThrow(), served.get(i).outcome().orElseThrow(), FLOAT);
        assertTrue(served.get(i).scores().isEmpty());
      }
    }
  }

  private ServedPrm connect(RewardServer server, String family, ScoreScale scale) {
    return ServedPrm.connect(
        ServedSettings.of(server.url(), "m", family)
            .withScale(scale)
            .withTokenizer(Fixture.named(family).folder()),
        LIMITS,
        "");
  }

  private IllegalArgumentException refusal(String family, ScoreScale scale, double... row)
      throws IOException {
    RewardServer.Head head = input -> IntStream.range(0, input.size()).mapToObj(i -> row).toList();
    try (RewardServer server = RewardServer.start((number, body) -> Manner.NORMAL, head);
        ServedPrm prm = connect(server, family, scale);
        RewardJournal journal =
            RewardJournal.open(folder.resolve(scale + ".jsonl"), prm.configuration())) {
      return assertThrows(IllegalArgumentException.class, () -> prm.score(solutions(), journal));
    }
  }

  @Test
  void numbersOutsideTheUnitIntervalAreNoProbabilities() throws IOException {
    assertEquals(
        "solution 's0': step 0 has 3.5, outside [0, 1]: the server sends logits; say so"
            + " (--scale logits), the answers are kept and not asked for again",
        refusal("qwen2-prm", ScoreScale.PROBABILITIES, -2, 3.5).getMessage());
  }

  @Test
  void oneNumberAStepDoesNotSayWhatItIs() throws IOException {
    assertEquals(
        "the server gives one number a step, which may be a probability or a logit; say which"
            + " (--scale probabilities or logits): the answers are kept and not asked for again",
        refusal("skywork", ScoreScale.AUTO, 0.5).getMessage());
  }

  private String missing(String family, RewardServer.Head head) throws IOException {
    try (RewardServer server = RewardServer.start((number, body) -> Manner.NORMAL, head);
        ServedPrm prm = connect(server, family, ScoreScale.LOGITS);
        RewardJournal journal =
            RewardJournal.open(folder.resolve("one.jsonl"), prm.configuration())) {
      return prm.score(solutions().subList(1, 2), journal).get(0).missing();
    }
  }

  @Test
  void countsThatDoNotFitAreSaid() throws IOException {
    JsonNode[] sent = new JsonNode[1];
    String missing =
        missing(
            "qwen2-prm",
            input -> {
              sent[0] = input;
              return RewardServer.pairs(3, 1);
            });
    assertEquals(
        "6 attempts, the last: 3 rows for 2 steps; expected a row a step (pooling type STEP) or a"
            + " row for each of the %d tokens (ALL)".formatted(sent[0].size()),
        missing);
    assertTrue(
        missing(
                "qwen2-prm",
                input -> IntStream.range(0, input.size()).mapToObj(i -> new double[896]).toList())
            .contains(
                "rows of 896 numbers; this family's head gives 2: another model or family, or"
                    + " hidden states?"));
  }

  @Test
  void whatCannotBeAskedForIsRefusedBeforeAnythingIsSent() {
    ServedSettings settings = ServedSettings.of("http://127.0.0.1:1", "m", "qwen2-prm");
    assertEquals(
        "the route sglang is sent tokens; name a folder with the model's tokenizer.json"
            + " (--tokenizer)",
        assertThrows(
                IllegalArgumentException.class,
                () -> ServedPrm.connect(settings.withRoute(RewardRoute.SGLANG), LIMITS, ""))
            .getMessage());
    assertEquals(
        "an implicit PRM is made of the likelihoods of two models, which no reward route gives;"
            + " score it from its folders",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    ServedPrm.connect(
                        ServedSettings.of("http://127.0.0.1:1", "m", "implicit"), LIMITS, ""))
            .getMessage());
    assertEquals(
        "pooling task 'encode', but the route is classify; only pooling takes a task",
        assertThrows(
                IllegalArgumentException.class,
                () -> settings.withRoute(RewardRoute.CLASSIFY).withTask("encode"))
            .getMessage());
    assertEquals(
        "endpoint 'localhost'; expected a URL such as http://localhost:8000",
        assertThrows(
                IllegalArgumentException.class,
                () -> ServedSettings.of("localhost", "m", "qwen2-prm"))
            .getMessage());
  }
}
