package org.prmlab.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.prmlab.model.Continuation;
import org.prmlab.model.Continuation.Start;
import org.prmlab.model.TokenRow;

/** Prompts in tokens of which each is a beginning of the longest: a model reads them once. */
final class PromptGroup {
  private final List<Prompt> prompts = new ArrayList<>();
  private final List<int[]> tokens = new ArrayList<>();
  private int[] longest = new int[0];

  private PromptGroup() {}

  /**
   * Groups neighbours that begin alike.
   *
   * @param longest prompts of more tokens are left out
   */
  static List<PromptGroup> of(
      List<Prompt> prompts, Function<Prompt, int[]> tokenizer, int longest) {
    List<PromptGroup> groups = new ArrayList<>();
    PromptGroup last = new PromptGroup();
    for (Prompt prompt : prompts) {
      int[] tokens = tokenizer.apply(prompt);
      if (tokens.length > longest) {
        continue;
      }
      if (groups.isEmpty() || !last.fits(tokens)) {
        last = new PromptGroup();
        groups.add(last);
      }
      last.add(prompt, tokens);
    }
    return groups;
  }

  private boolean fits(int[] other) {
    int common = Math.min(other.length, longest.length);
    return Arrays.equals(other, 0, common, longest, 0, common);
  }

  private void add(Prompt prompt, int[] ids) {
    prompts.add(prompt);
    tokens.add(ids);
    longest = ids.length > longest.length ? ids : longest;
  }

  /** Tokens of the longest prompt. */
  int length() {
    return longest.length;
  }

  /** Samples of all prompts. */
  int samples() {
    return prompts.stream().mapToInt(p -> p.samples().count()).sum();
  }

  boolean isIn(AnswerJournal journal) {
    return prompts.stream().allMatch(p -> journal.have(p) == p.samples().count());
  }

  Continuation continuation(long seed) {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      long own = SampleSeeds.of(seed, prompts.get(i).key());
      SampleRange samples = prompts.get(i).samples();
      for (int s = samples.first(); s < samples.end(); s++) {
        starts.add(new Start(tokens.get(i).length, SampleSeeds.of(own, s)));
      }
    }
    return new Continuation(TokenRow.of(longest, new int[0]), starts);
  }

  /**
   * Keeps the samples that the journal does not have.
   *
   * @param drawn tokens of each sample, in the order of the starts
   */
  void append(int[][] drawn, Function<int[], Completion> reader, AnswerJournal journal) {
    int at = 0;
    for (int i = 0; i < prompts.size(); i++) {
      Prompt prompt = prompts.get(i);
      int count = prompt.samples().count();
      if (journal.have(prompt) < count) {
        int[][] own = Arrays.copyOfRange(drawn, at, at + count);
        long written = Arrays.stream(own).mapToInt(t -> t.length).sum();
        journal.append(
            prompt,
            prompt.samples().first(),
            new ModelReply(
                Arrays.stream(own).map(reader).toList(),
                new TokenUsage(1, tokens.get(i).length, written)));
      }
      at += count;
    }
  }
}
