package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.model.Fixture;
import org.prmlab.model.TokenRow;

/**
 * Against transformers 5.18 with torch 2.13: make_fixtures.py in the resources of the model tests.
 */
class TokenScorerTest {
  @ParameterizedTest(name = "{0} within {1}")
  @CsvSource({
    "qwen2-prm, 1e-5",
    "qwen2-rm, 1e-5",
    "skywork, 1e-5",
    "token-classification, 1e-5",
    "llama, 1e-5",
    "mistral, 1e-5"
  })
  void theFamilyIsRecognizedAndScoresAsTransformersDoes(String name, double tolerance) {
    Fixture fixture = Fixture.named(name);
    assertArrayEquals(
        fixture.scores(), score(fixture, PrmSettings.withDefaults(), fixture.rows()), tolerance);
  }

  @ParameterizedTest(name = "{0} tokens a batch")
  @CsvSource({"1", "150", "700", "100000"})
  void theBatchSizeChangesNoScore(int tokens) {
    Fixture fixture = Fixture.named("qwen2-prm");
    PrmSettings settings = PrmSettings.withDefaults().withTokensPerBatch(tokens);
    assertArrayEquals(fixture.scores(), score(fixture, settings, fixture.rows()), 1e-5);
  }

  @Test
  void anImplicitPrmSumsTheLogRatioOfTwoModels() {
    Fixture policy = Fixture.named("eurus");
    Fixture reference = Fixture.named("eurus-reference");
    int[] ids = Fixture.ints(policy.reference().path("log_likelihood").path("input_ids"));
    PrmSettings settings =
        PrmSettings.withDefaults().withFamily("implicit").withReference(policy.folder());
    double[] same = score(policy, settings, List.of(TokenRow.of(ids, new int[] {4, 9})));
    assertArrayEquals(new double[2], same, 0, "the log ratio of a model to itself is 0");

    settings = settings.withReference(reference.folder());
    double sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += policy.reference().path("log_likelihood").path("logs").path(i).asDouble();
    }
    double policyAlone = sum;
    double both = score(policy, settings, List.of(TokenRow.of(ids, new int[] {9})))[0] / 0.001;
    PrmSettings back =
        PrmSettings.withDefaults().withFamily("implicit").withReference(policy.folder());
    double reversed = score(reference, back, List.of(TokenRow.of(ids, new int[] {9})))[0] / 0.001;
    assertEquals(0, both + reversed, 1e-4, "swapping the models changes the sign");
    assertEquals(true, both > policyAlone, "the reference's own log probability is taken off");
  }

  @Test
  void anImplicitPrmWithoutItsReferenceIsAnError() {
    PrmSettings settings = PrmSettings.withDefaults().withFamily("implicit");
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> score(Fixture.named("eurus"), settings, Fixture.named("eurus").rows()));
    assertEquals("an implicit PRM needs its reference model; name its folder", error.getMessage());
  }

  @Test
  void aRowLongerThanTheContextIsAnError() {
    Fixture fixture = Fixture.named("qwen2-prm");
    TokenRow tooLong = TokenRow.of(new int[513], new int[] {512});
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> score(fixture, PrmSettings.withDefaults(), List.of(tooLong)));
    assertEquals("row 0 has 513 tokens, the model reads at most 512", error.getMessage());
  }

  @Test
  void aTokenOutsideTheVocabularyIsAnErrorNotACrash() {
    Fixture fixture = Fixture.named("qwen2-prm");
    TokenRow row = TokenRow.of(new int[] {1, 320}, new int[] {1});
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> score(fixture, PrmSettings.withDefaults(), List.of(row)));
    assertEquals(
        "token id 320 is outside the model's vocabulary of 320; tokenizer of another model?",
        error.getMessage());
  }

  private static double[] score(Fixture fixture, PrmSettings settings, List<TokenRow> rows) {
    var labels =
        new LabelTokens(
            fixture.reference().path("plus_id").asInt(),
            fixture.reference().path("minus_id").asInt());
    try (TokenScorer scorer = TokenScorer.load(fixture.folder(), settings, labels)) {
      return Stream.of(scorer.score(rows)).flatMapToDouble(java.util.Arrays::stream).toArray();
    }
  }
}
