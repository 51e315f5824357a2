package org.prmlab.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.labeling.rollout.RolloutPrompt;
import org.prmlab.labeling.rollout.RolloutRequest;
import org.prmlab.labeling.rollout.RolloutSource;
import org.prmlab.llm.Completion.End;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.model.Precision;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.StopTokens;
import org.prmlab.model.text.TextTokenizer;

/** A tiny Qwen2 of random weights, run here. */
class LocalModelTest {
  private static final Solution SOLUTION =
      Solution.of(
          "s",
          new Problem("p", "What is 1 + 1?", Optional.of("2")),
          List.of("One and one.", "That makes two.", "So \\boxed{2}."));

  @TempDir private Path folder;

  private static LocalModel load(long seed, int newTokens) {
    LocalModel.Settings settings =
        LocalModel.Settings.of(SamplingSettings.withDefaults(newTokens), seed)
            .withCompute(ComputeSettings.withDefaults().withPrecision(Precision.FLOAT32));
    return LocalModel.load(Fixture.named("eurus").folder(), settings);
  }

  private static List<RolloutRequest> sweep(SampleRange samples) {
    List<RolloutRequest> requests = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      requests.add(new RolloutRequest(SOLUTION, step, samples));
    }
    return requests;
  }

  private static List<Samples> roll(LocalModel model, SampleRange samples, AnswerJournal journal) {
    return RolloutSource.of(model, RolloutPrompt.conversation(), journal).roll(sweep(samples));
  }

  @Test
  void aSampleIsTheSameWhateverElseIsDrawn() {
    try (LocalModel model = load(5, 12)) {
      List<Samples> all = roll(model, SampleRange.ofFirst(6), AnswerJournal.inMemory());
      List<Samples> some = roll(model, new SampleRange(2, 3), AnswerJournal.inMemory());
      for (int step = 0; step < 3; step++) {
        assertEquals(all.get(step).completions().subList(2, 5), some.get(step).completions());
      }
      assertEquals(6, Set.copyOf(all.get(0).completions()).size());
      assertEquals(6 * 12, all.get(0).usage().completionTokens());
    }
  }

  @Test
  void anotherSeedGivesOtherSamples() {
    try (LocalModel one = load(5, 12);
        LocalModel other = load(6, 12)) {
      assertNotEquals(
          roll(one, SampleRange.ofFirst(2), AnswerJournal.inMemory()),
          roll(other, SampleRange.ofFirst(2), AnswerJournal.inMemory()));
      assertNotEquals(one.configuration(), other.configuration());
    }
  }

  @Test
  void whatTheJournalHasIsNotDrawnAgain() {
    try (LocalModel model = load(5, 12)) {
      AnswerJournal journal = AnswerJournal.inMemory();
      List<Samples> first = roll(model, SampleRange.ofFirst(2), journal);
      TokenUsage after = journal.added();
      assertEquals(first, roll(model, SampleRange.ofFirst(2), journal));
      assertEquals(after, journal.added());
    }
  }

  @Test
  void aPromptBeyondTheContextIsMissingAndSaysSo() {
    try (LocalModel model = load(5, 500)) {
      Samples drawn = roll(model, SampleRange.ofFirst(1), AnswerJournal.inMemory()).get(2);
      assertEquals(
          Optional.of(
              "the prompt leaves no room for 500 new tokens in a context of 512; choose fewer"),
          drawn.missing());
    }
  }

  @Test
  void aPlainTextIsContinuedAsItIs() {
    RolloutPrompt prompt = RolloutPrompt.ofText("Q: {problem}\nA: {prefix}");
    assertEquals(
        "Q: What is 1 + 1?\nA: One and one.\n\n",
        prompt.of(SOLUTION, 0, SampleRange.ofFirst(1)).begin());
    var error =
        assertThrows(IllegalArgumentException.class, () -> RolloutPrompt.ofText("{problem}"));
    assertEquals(
        "prompt: no {prefix} in it; problem and prefix expected, in braces", error.getMessage());
  }

  @Test
  void aConversationHasThePapersSystemMessage() {
    Prompt prompt = RolloutPrompt.conversation().of(SOLUTION, 1, SampleRange.ofFirst(8));
    assertEquals("system", prompt.messages().get(0).role());
    assertEquals(
        "Please reason step by step, and put your final answer within \\boxed{}.",
        prompt.messages().get(0).content());
    assertEquals("One and one.\n\nThat makes two.\n\n", prompt.begin());
  }

  @Test
  void theKeyOfAPromptKnowsItsIdAndItsText() {
    Prompt prompt = RolloutPrompt.conversation().of(SOLUTION, 1, SampleRange.ofFirst(8));
    assertEquals(prompt.key(), prompt.withSamples(SampleRange.ofFirst(1)).key());
    Prompt same = new Prompt("t", prompt.messages(), prompt.begin(), prompt.samples());
    assertNotEquals(prompt.key(), same.key(), "questions that come twice are two");
    assertTrue(prompt.key().startsWith("s/step1#"), prompt.key());
  }

  @Test
  void theStopTokensOfAllFilesCount() throws IOException {
    Path eurus = Fixture.named("eurus").folder();
    for (String name : List.of("config.json", "tokenizer.json")) {
      Files.copy(eurus.resolve(name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": [5, 7]}");
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": \"<|im_end|>\"}");
    try (TextTokenizer tokenizer = TextTokenizer.read(folder)) {
      assertEquals(Set.of(5, 7, tokenizer.id("<|im_end|>")), StopTokens.of(folder, tokenizer));
      assertEquals(Set.of(), StopTokens.of(eurus, tokenizer));
    }
  }

  /** With every second token an end, samples stop early, and their last token is not text. */
  @Test
  void aStopTokenEndsASampleAndIsNotPartOfIt() throws IOException {
    Path eurus = Fixture.named("eurus").folder();
    for (String name :
        List.of("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")) {
      Files.copy(eurus.resolve(name), folder.resolve(name));
    }
    List<Integer> odd = new ArrayList<>();
    for (int id = 1; id < 320; id += 2) {
      odd.add(id);
    }
    Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": " + odd + "}");
    LocalModel.Settings settings = LocalModel.Settings.of(SamplingSettings.withDefaults(30), 1);
    try (LocalModel model = LocalModel.load(folder, settings)) {
      Samples drawn = roll(model, SampleRange.ofFirst(20), AnswerJournal.inMemory()).get(0);
      assertTrue(drawn.completions().stream().allMatch(c -> c.end() == End.STOPPED));
      assertFalse(drawn.usage().completionTokens() > 20 * 20, drawn.usage().toString());
    }
  }
}
