package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;

/** Against transformers 5.18 with torch 2.13; the references stand beside make_fixtures.py. */
class DecoderParityTest {
  private static final List<String> LANGUAGE_MODELS =
      List.of("llama", "mistral", "eurus", "qwen3", "qwen2-window-yarn", "llama-biases-dynamic");
  private static final Head TWO_CLASSES =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));

  static Stream<Arguments> families() {
    Head plusMinus = Head.ofTokens(10, 12);
    return Stream.of(
        Arguments.of("qwen2-prm", TWO_CLASSES, Precision.FLOAT32, 1e-5),
        Arguments.of("qwen2-prm-bf16-sharded", TWO_CLASSES, Precision.BFLOAT16, 2e-2),
        Arguments.of("qwen2-prm", TWO_CLASSES, Precision.BFLOAT16, 6e-2),
        Arguments.of("qwen2-prm", TWO_CLASSES, Precision.FLOAT16, 2e-2),
        Arguments.of(
            "token-classification",
            Head.of(new Layer("score", 2, Bias.PRESENT)),
            Precision.FLOAT32,
            1e-5),
        Arguments.of("llama", plusMinus, Precision.FLOAT32, 1e-5),
        Arguments.of("mistral", plusMinus, Precision.FLOAT32, 1e-5),
        Arguments.of("eurus", plusMinus, Precision.FLOAT32, 1e-5),
        Arguments.of("qwen3", plusMinus, Precision.FLOAT32, 1e-5),
        Arguments.of("qwen3", plusMinus, Precision.BFLOAT16, 6e-2),
        Arguments.of("qwen2-window-yarn", plusMinus, Precision.FLOAT32, 1e-5),
        Arguments.of("llama-biases-dynamic", plusMinus, Precision.FLOAT32, 1e-5));
  }

  @ParameterizedTest(name = "{0} in {2}: within {3}")
  @MethodSource("families")
  void scoresAsTransformersDoes(String name, Head head, Precision precision, double tolerance) {
    Fixture fixture = Fixture.named(name);
    try (Decoder decoder = load(fixture, head, precision)) {
      double[] scores = softmax(decoder.logits(fixture.rows()), tokenHead(name) ? 0 : 1);
      assertArrayEquals(fixture.scores(), scores, tolerance);
    }
  }

  @Test
  void aRowAloneScoresAsInABatch() {
    Fixture fixture = Fixture.named("llama");
    try (Decoder decoder = load(fixture, Head.ofTokens(10, 12), Precision.FLOAT32)) {
      List<Double> alone = new ArrayList<>();
      for (TokenRow row : fixture.rows()) {
        for (double score : softmax(decoder.logits(List.of(row)), 0)) {
          alone.add(score);
        }
      }
      assertArrayEquals(
          alone.stream().mapToDouble(d -> d).toArray(),
          softmax(decoder.logits(fixture.rows()), 0),
          1e-6);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sharers")
  void aSharedBeginningChangesNoScore(String name) {
    Fixture fixture = Fixture.named(name);
    int[] first = fixture.rows().get(0).ids().limit(60).toArray();
    List<TokenRow> rows = new ArrayList<>();
    for (TokenRow row : fixture.rows()) {
      int[] ids =
          java.util.stream.IntStream.concat(java.util.Arrays.stream(first), row.ids()).toArray();
      rows.add(TokenRow.of(ids, row.positions().map(p -> p + 60).toArray()));
    }
    try (Decoder decoder = load(fixture, Head.ofTokens(10, 12), Precision.FLOAT32)) {
      assertArrayEquals(
          softmax(decoder.logits(rows), 0), softmax(decoder.logitsAfter(60, rows), 0), 1e-6);
    }
  }

  static Stream<String> sharers() {
    return LANGUAGE_MODELS.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sharers")
  void logProbabilitiesAreThoseOfTransformers(String name) {
    Fixture fixture = Fixture.named(name);
    var expected = fixture.reference().path("log_likelihood");
    TokenRow row = TokenRow.of(Fixture.ints(expected.path("input_ids")), new int[0]);
    TokenRow longer = fixture.rows().get(0);
    try (Decoder decoder = load(fixture, Head.ofVocabulary(), Precision.FLOAT32)) {
      float[] logs = decoder.logLikelihoods(List.of(longer, row))[1];
      assertEquals(row.length() - 1, logs.length);
      for (int i = 0; i < logs.length; i++) {
        assertEquals(expected.path("logs").path(i).asDouble(), logs[i], 1e-5);
      }
    }
  }

  private static boolean tokenHead(String name) {
    return LANGUAGE_MODELS.contains(name);
  }

  private static Decoder load(Fixture fixture, Head head, Precision precision) {
    return Decoder.load(
        Checkpoint.read(fixture.folder()),
        head,
        ComputeSettings.withDefaults().withPrecision(precision));
  }

  private static double[] softmax(float[][][] logits, int wanted) {
    return Stream.of(logits)
        .flatMap(Stream::of)
        .mapToDouble(l -> 1 / (1 + Math.exp((double) l[1 - wanted] - l[wanted])))
        .toArray();
  }
}
