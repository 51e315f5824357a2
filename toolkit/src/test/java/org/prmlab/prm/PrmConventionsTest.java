package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Problem;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;

/**
 * What a checkpoint leaves open is asked for, used, or refused; never ignored or guessed in
 * silence.
 */
class PrmConventionsTest {
  private static final PrmConventions NONE = PrmConventions.withDefaults();

  @TempDir private Path folder;

  private static PrmSettings settings(PrmConventions conventions) {
    return PrmSettings.withDefaults()
        .withCompute(ComputeSettings.withDefaults().withDevice("cpu"))
        .withConventions(conventions);
  }

  private static Path fixture(String name) {
    return Fixture.named(name).folder();
  }

  private static void assertRefused(String message, Executable call) {
    var error = assertThrows(IllegalArgumentException.class, call);
    assertEquals(message, error.getMessage());
  }

  /** A copy of a fixture whose config.json says something else. */
  private Path changed(String fixture, String before, String after) throws IOException {
    for (String name :
        List.of("model.safetensors", "tokenizer.json", "tokenizer_config.json", "config.json")) {
      Files.copy(fixture(fixture).resolve(name), folder.resolve(name));
    }
    String config = Files.readString(folder.resolve("config.json"));
    assertTrue(config.contains(before), before);
    Files.writeString(folder.resolve("config.json"), config.replace(before, after));
    return folder;
  }

  @Test
  void aConventionThatTheFamilyHasNoUseForIsRefused() {
    assertRefused(
        "PRM family 'qwen2-prm' has no use for separator, step token; leave it out or name another"
            + " family",
        () ->
            PrmCheckpoint.read(
                fixture("qwen2-prm"), settings(NONE.withSeparator("\n").withStepToken("x"))));
  }

  @Test
  void aSeparatorThatNobodyStatedIsSaidToBeAGuess() {
    PrmCheckpoint guessed = PrmCheckpoint.read(fixture("token-classification"), settings(NONE));
    assertEquals(
        List.of(
            "a token classifier does not say by which separator of steps it was trained; a line"
                + " break, TRL's default, is taken: state another if it was"),
        guessed.family().guesses());
    PrmCheckpoint stated =
        PrmCheckpoint.read(fixture("token-classification"), settings(NONE.withSeparator("\n")));
    assertEquals(List.of(), stated.family().guesses());
  }

  @Test
  void aFolderOfTheToolkitSaysItsSeparator() throws IOException {
    Path own = changed("token-classification", "\"qwen2\"", "\"qwen2\"");
    Files.writeString(own.resolve("prmlab.json"), "{\"separator\": \" ; \"}");
    var family = (TokenClassificationPrm) PrmCheckpoint.read(own, settings(NONE)).family();
    assertEquals(" ; ", family.separator());
    assertEquals(List.of(), family.guesses());
  }

  @Test
  void threeClassesNeedToBeToldApart() {
    assertRefused(
        fixture("qwen2-token-3")
            + ": its head has 3 classes (negative, neutral, positive); state which of them, counted"
            + " from 0, mean that a step or solution is right",
        () -> PrmCheckpoint.read(fixture("qwen2-token-3"), settings(NONE)));
    assertRefused(
        fixture("qwen2-token-3") + ": right class 3, but its head has 3 classes, counted from 0",
        () -> PrmCheckpoint.read(fixture("qwen2-token-3"), settings(NONE.withRightClasses(3))));
    assertRefused(
        "right class 'x'; expected its index, counted from 0",
        () -> NONE.with(Convention.RIGHT_CLASSES, "x").rightClasses());
  }

  @Test
  void namesOfClassesSayWhichIsRight() throws IOException {
    Path turned = changed("mistral-sequence-2", "\"0\": \"incorrect\"", "\"0\": \"Correct\"");
    String config = Files.readString(turned.resolve("config.json"));
    Files.writeString(
        turned.resolve("config.json"), config.replace("\"1\": \"correct\"", "\"1\": \"Wrong\""));
    Solution solution = Solution.of("s", Problem.of("p", "q"), List.of("a"));
    try (var one = OutcomeRewardModel.load(fixture("mistral-sequence-2"), settings(NONE));
        var other = OutcomeRewardModel.load(turned, settings(NONE))) {
      double right = one.score(List.of(solution)).get(0).orElseThrow();
      double wrong = other.score(List.of(solution)).get(0).orElseThrow();
      assertEquals(1, right + wrong, 1e-6);
    }
  }

  @Test
  void aStepTokenPrmNeedsItsTokens() {
    PrmSettings named = settings(NONE).withFamily("step-token");
    assertRefused(
        "a step-token PRM needs the token that marks the end of a step; state it, as text or as"
            + " id:648",
        () -> PrmCheckpoint.read(fixture("llama"), named));
    assertRefused(
        "a step-token PRM that is a language model needs a good and a bad token; state both",
        () ->
            ProcessRewardModel.load(
                fixture("llama"), named.withConventions(NONE.withStepToken("ки"))));
    assertRefused(
        "token '10' could be a text or an id; write text:10 or id:10",
        () ->
            ProcessRewardModel.load(
                fixture("llama"),
                named.withConventions(NONE.withStepToken("ки").withLabelTokens("10", "12"))));
  }

  @Test
  void returnedTokensThatDoNotSayWhichIsGoodAreAskedFor() throws IOException {
    Path odd = changed("llama-step-token", "   12,\n   10", "   33,\n   34");
    assertRefused(
        "returned_token_ids are 'B' and 'C', of which neither says that it means right; state the"
            + " good and the bad token",
        () -> ProcessRewardModel.load(odd, settings(NONE)));
  }

  @Test
  void aStepTokenInTheTextIsRefused() {
    Solution inStep = Solution.of("s", Problem.of("p", "q"), List.of("a \n\n\n\nb"));
    Solution inProblem = Solution.of("t", Problem.of("p", "q \n\n\n\nr"), List.of("a"));
    try (var prm = ProcessRewardModel.load(fixture("llama-step-token"), settings(NONE))) {
      assertRefused(
          "solution 's' holds the step token itself in a step; leave it out",
          () -> prm.score(List.of(inStep)));
      assertRefused(
          "solution 't' holds the step token itself in its problem; leave it out",
          () -> prm.score(List.of(inProblem)));
      assertEquals(
          List.of(
              "the layout of the PRM's input is not stated; '{problem} {steps}' is taken, each step"
                  + " with the step token after it"),
          prm.guesses());
      assertEquals(ScoreMeaning.UNSTATED, prm.meaning());
    }
  }

  /** Braces in a step are text: only the template's own places are filled. */
  @Test
  void whatStandsInAStepIsNoTemplate() {
    Solution solution = Solution.of("s", Problem.of("p", "{steps}"), List.of("{number}{step}"));
    PrmConventions chat = NONE.withLayout("chat").withStepText("{number}) {step}");
    try (var text = Fixture.text("llama-step-token")) {
      var family =
          new StepTokenInput(new TokenName("id:264"), "{problem}|{steps}", "{number}) {step}");
      int[] ids = family.encode(solution, text).ids().toArray();
      assertEquals(
          "<|begin_of_text|>{steps}|1) {number}{step} \n\n\n\n", text.tokenizer().decode(ids));
      PrmFamily inChat = PrmCheckpoint.read(fixture("llama-step-token"), settings(chat)).family();
      int[] talk = inChat.encode(solution, text).ids().toArray();
      assertEquals(
          "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n{steps}<|eot_id|>"
              + "<|start_header_id|>assistant<|end_header_id|>\n\n1) {number}{step}"
              + " \n\n\n\n<|eot_id|>",
          text.tokenizer().decode(talk));
    }
  }

  @Test
  void textsAreCheckedWhereTheyAreStated() {
    assertRefused("separator is empty; expected some text", () -> NONE.withSeparator(""));
    assertRefused(
        "step text 'x' does not say where the step goes; write {step} there",
        () -> NONE.withStepText("x"));
    assertRefused(
        "layout 'x'; expected a text with {problem} and {steps}, or chat",
        () -> NONE.withLayout("x"));
  }

  @Test
  void aModelOfTheOtherKindIsRefused() {
    assertRefused(
        fixture("qwen2-rm")
            + " (qwen2-rm) scores whole solutions, not steps; load it as an OutcomeRewardModel",
        () -> ProcessRewardModel.load(fixture("qwen2-rm"), settings(NONE)));
    assertRefused(
        fixture("qwen2-prm")
            + " (qwen2-prm) scores steps, not whole solutions; load it as a ProcessRewardModel",
        () -> OutcomeRewardModel.load(fixture("qwen2-prm"), settings(NONE)));
    assertTrue(OutcomeRewardModel.isIn(fixture("llama-sequence"), settings(NONE)));
  }

  @Test
  void aSolutionCutOffBeforeItsFirstScoreHasNone() {
    Solution tooLong = Solution.of("long", Problem.of("p", "q"), List.of("a".repeat(300), "b"));
    Solution fine = Solution.of("fine", Problem.of("p", "q"), List.of("a", "b"));
    PrmSettings settings =
        settings(NONE.withSeparator("\n\n")).withTooLong(PrmSettings.TooLong.TRUNCATE);
    try (var prm = ProcessRewardModel.load(fixture("llama-token"), settings);
        var rm = OutcomeRewardModel.load(fixture("llama-sequence"), settings)) {
      List<StepScores> scores = prm.score(List.of(tooLong, fine));
      assertEquals(0, scores.get(0).scored());
      assertEquals(2, scores.get(1).scored());
      assertArrayEquals(
          prm.score(List.of(fine)).get(0).values().toArray(),
          scores.get(1).values().toArray(),
          1e-6);
      assertTrue(rm.score(List.of(tooLong, fine)).get(0).isEmpty());
      assertTrue(rm.score(List.of(tooLong, fine)).get(1).isPresent());
      assertEquals(0, prm.score(List.of(tooLong)).get(0).scored());
    }
  }
}
