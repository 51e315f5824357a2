package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.model.Continuation.Start;

/** Greedy references: transformers' generate, by make_fixtures.py. */
class TextGeneratorTest {
  private static TextGenerator load(String name) {
    return TextGenerator.load(
        Checkpoint.read(Fixture.named(name).folder()),
        ComputeSettings.withDefaults().withPrecision(Precision.FLOAT32));
  }

  private static Continuation prompt(int[] ids, long... seeds) {
    return new Continuation(
        TokenRow.of(ids, new int[0]),
        Arrays.stream(seeds).mapToObj(s -> new Start(ids.length, s)).toList());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"llama", "mistral", "eurus", "qwen3", "qwen2-window-yarn", "llama-biases-dynamic"})
  void sixtyFourGreedyTokensAreThoseOfTransformers(String name) {
    List<Continuation> batch = new ArrayList<>();
    JsonNode expected = Fixture.named(name).reference().path("generated");
    expected.forEach(row -> batch.add(prompt(Fixture.ints(row.path("prompt")), 0)));
    try (TextGenerator generator = load(name)) {
      int[][][] tokens = generator.generate(batch, Set.of(), SamplingSettings.greedy(64));
      for (int i = 0; i < tokens.length; i++) {
        assertArrayEquals(Fixture.ints(expected.path(i).path("tokens")), tokens[i][0], "row " + i);
      }
    }
  }

  /** One prefill for all prefixes of a text gives what each prefix alone gives. */
  @Test
  void prefixesOfOneTextShareItsCache() {
    int[] ids = Fixture.named("llama").rows().get(1).ids().limit(30).toArray();
    List<Start> starts = List.of(new Start(30, 1), new Start(7, 2), new Start(18, 3));
    try (TextGenerator generator = load("llama")) {
      SamplingSettings settings = SamplingSettings.withDefaults(20).withTopP(0.9);
      int[][] together =
          generator
              .generate(
                  List.of(new Continuation(TokenRow.of(ids, new int[0]), starts)),
                  Set.of(),
                  settings)[0];
      for (int i = 0; i < starts.size(); i++) {
        int[] alone = Arrays.copyOf(ids, starts.get(i).length());
        assertArrayEquals(
            generator
                .generate(List.of(prompt(alone, starts.get(i).seed())), Set.of(), settings)[0][0],
            together[i]);
      }
    }
  }

  @Test
  void aSampleEndsWithItsStopTokenWhateverTheOthersDo() {
    List<Continuation> batch =
        List.of(
            prompt(new int[] {1, 2, 3}, IntStream.range(0, 40).asLongStream().toArray()),
            prompt(new int[] {4, 5}, 7));
    Set<Integer> stops =
        IntStream.range(0, 16).boxed().collect(java.util.stream.Collectors.toSet());
    try (TextGenerator generator = load("eurus")) {
      int[][][] free = generator.generate(batch, Set.of(), SamplingSettings.withDefaults(60));
      int[][][] stopped = generator.generate(batch, stops, SamplingSettings.withDefaults(60));
      Set<Integer> lengths = new HashSet<>();
      for (int g = 0; g < free.length; g++) {
        for (int i = 0; i < free[g].length; i++) {
          int[] all = free[g][i];
          int end =
              IntStream.range(0, 60).filter(t -> stops.contains(all[t])).findFirst().orElse(59);
          assertArrayEquals(Arrays.copyOf(all, end + 1), stopped[g][i], "sample " + i);
          lengths.add(end);
        }
      }
      assertTrue(lengths.size() > 10, "rows end at different places");
    }
  }

  @Test
  void theSameSeedGivesTheSameTokensAndAnotherOthers() {
    try (TextGenerator generator = load("eurus")) {
      int[][] samples =
          generator
              .generate(
                  List.of(prompt(new int[] {1}, 5, 6, 5)),
                  Set.of(),
                  SamplingSettings.withDefaults(12))[0];
      assertArrayEquals(samples[0], samples[2]);
      assertEquals(false, Arrays.equals(samples[0], samples[1]));
    }
  }

  /** 20,000 first tokens against the model's own probabilities; the bound is five deviations. */
  @Test
  void firstTokensFollowTheModelsDistribution() {
    int samples = 20_000;
    int[] counts = counts(samples, SamplingSettings.withDefaults(1));
    double[] p = firstTokenProbabilities();
    for (int token = 0; token < p.length; token++) {
      double deviation = Math.sqrt(samples * p[token] * (1 - p[token])) + 1;
      assertEquals(samples * p[token], counts[token], 5 * deviation, "token " + token);
    }
  }

  @Test
  void topKAndTopPLeaveOutTheUnlikely() {
    double[] p = firstTokenProbabilities();
    List<Integer> order = new ArrayList<>(IntStream.range(0, p.length).boxed().toList());
    order.sort((a, b) -> Double.compare(p[b], p[a]));
    assertEquals(
        Set.copyOf(order.subList(0, 5)),
        seen(counts(2_000, SamplingSettings.withDefaults(1).withTopK(5))));
    int kept = 0;
    for (double before = 0; before < 0.3; kept++) {
      before += p[order.get(kept)];
    }
    assertEquals(
        Set.copyOf(order.subList(0, kept)),
        seen(counts(4_000, SamplingSettings.withDefaults(1).withTopP(0.3))));
  }

  private static Set<Integer> seen(int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(t -> counts[t] > 0)
        .boxed()
        .collect(java.util.stream.Collectors.toSet());
  }

  private static int[] counts(int samples, SamplingSettings settings) {
    int[] counts = new int[320];
    try (TextGenerator generator = load("eurus")) {
      long[] seeds = IntStream.range(0, samples).asLongStream().toArray();
      for (int[] sample :
          generator.generate(List.of(prompt(new int[] {9, 8}, seeds)), Set.of(), settings)[0]) {
        counts[sample[0]]++;
      }
    }
    return counts;
  }

  private static double[] firstTokenProbabilities() {
    try (Decoder decoder =
        Decoder.load(
            Checkpoint.read(Fixture.named("eurus").folder()),
            Head.ofVocabulary(),
            ComputeSettings.withDefaults())) {
      float[] logits = decoder.logits(List.of(TokenRow.of(new int[] {9, 8}, new int[] {1})))[0][0];
      double[] p = new double[logits.length];
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        p[i] = Math.exp(logits[i]);
        sum += p[i];
      }
      for (int i = 0; i < p.length; i++) {
        p[i] /= sum;
      }
      return p;
    }
  }

  @Test
  void moreTokensThanTheContextAreAnError() {
    try (TextGenerator generator = load("eurus")) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  generator.generate(
                      List.of(prompt(new int[500], 1)), Set.of(), SamplingSettings.greedy(13)));
      assertEquals("500 tokens and 13 new ones, the model reads at most 512", error.getMessage());
    }
  }

  @Test
  void aPromptWhoseFrequenciesDependOnItsLengthIsRefused() {
    try (TextGenerator generator = load("llama-biases-dynamic")) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  generator.generate(
                      List.of(prompt(new int[81], 1)), Set.of(), SamplingSettings.greedy(1)));
      assertEquals("81 tokens to continue; with dynamic rope at most 80", error.getMessage());
    }
  }

  @Test
  void settingsThatMakeNoSenseAreAnError() {
    assertThrows(IllegalArgumentException.class, () -> SamplingSettings.greedy(0));
    assertThrows(
        IllegalArgumentException.class, () -> SamplingSettings.withDefaults(1).withTopP(0));
    assertThrows(
        IllegalArgumentException.class, () -> SamplingSettings.withDefaults(1).withTemperature(-1));
  }
}
