package org.prmlab.labeling.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;
import org.prmlab.model.text.ChatMessage;

class GenerativePrmTest {
  private static final Solution TWO =
      Solution.of("a", Problem.of("p", "Q?"), List.of("x = 1", "y = 2"));
  private static final Solution THREE =
      Solution.of("b", Problem.of("q", "R?"), List.of("u = 1", "v = 2", "Step 3: w = 3"));

  /** Writes what a function of the last message says, sample by sample. */
  private static final class Scribe implements CompletionSource {
    private final List<Prompt> asked = new ArrayList<>();
    private final Function<String, List<String>> answers;

    Scribe(Function<String, List<String>> answers) {
      this.answers = answers;
    }

    @Override
    public String name() {
      return "scribe";
    }

    @Override
    public String configuration() {
      return "c";
    }

    @Override
    public List<Samples> complete(List<Prompt> prompts, AnswerJournal journal) {
      return prompts.stream().map(this::drawn).toList();
    }

    private Samples drawn(Prompt prompt) {
      asked.add(prompt);
      List<ChatMessage> messages = prompt.messages();
      List<String> texts = answers.apply(messages.get(messages.size() - 1).content());
      return texts.isEmpty()
          ? new Samples(List.of(), TokenUsage.none(), Optional.of("no answer"))
          : new Samples(
              IntStream.range(0, prompt.samples().count())
                  .mapToObj(i -> new Completion(texts.get(i % texts.size()), End.STOPPED))
                  .toList(),
              TokenUsage.none(),
              Optional.empty());
    }

    @Override
    public void close() {}
  }

  private static List<StepVotes> read(Scribe scribe, VerdictFamily family, int votes) {
    return GenerativePrm.of(scribe, family)
        .withVotes(votes)
        .read(List.of(TWO, THREE), AnswerJournal.inMemory());
  }

  @Test
  void genprmReadsItsOwnOutputsStepByStep() {
    Scribe scribe =
        new Scribe(
            last ->
                List.of(
                    "<think>hm</think>about "
                        + last
                        + (last.contains("2") ? " \\boxed{No}" : " \\boxed{Yes}")));
    List<StepVotes> votes = read(scribe, VerdictFamily.GENPRM, 1);
    assertEquals(List.of(1.0, 0.0), votes.get(0).scores(VerdictScore.VOTES));
    assertEquals(List.of(1.0, 0.0, 1.0), votes.get(1).scores(VerdictScore.VOTES));
    Prompt last = scribe.asked.get(scribe.asked.size() - 1);
    assertEquals(
        List.of("system", "user", "assistant", "user", "assistant", "user"),
        last.messages().stream().map(ChatMessage::role).toList());
    assertEquals("Question: R?\n\nu = 1", last.messages().get(1).content());
    assertEquals(
        "about Question: R?\n\nu = 1 \\boxed{Yes}",
        last.messages().get(2).content(),
        "without its thinking");
    assertEquals("Step 3: w = 3", last.messages().get(5).content());
  }

  @Test
  void thinkprmIsAskedOnceForAllSteps() {
    Scribe scribe =
        new Scribe(
            last ->
                List.of(
                    "Step 1: \\boxed{correct}\nStep 2: \\boxed{correct}",
                    "Step 1: \\boxed{correct}\nStep 2: \\boxed{incorrect}"));
    List<StepVotes> votes = read(scribe, VerdictFamily.THINKPRM, 4);
    assertEquals(2, scribe.asked.size());
    assertTrue(
        scribe
            .asked
            .get(1)
            .messages()
            .get(0)
            .content()
            .contains("Step 1: u = 1\nStep 2: v = 2\nStep 3: w = 3\n"));
    assertEquals(List.of(1.0, 0.5), votes.get(0).scores(VerdictScore.VOTES));
    assertEquals(OptionalDouble.empty(), votes.get(1).score(2, VerdictScore.VOTES));
    assertEquals(List.of(1.0, 0.5), votes.get(1).scores(VerdictScore.VOTES), "the third has none");
  }

  @Test
  void stepwiserSeesTheStepsBefore() {
    Scribe scribe =
        new Scribe(last -> List.of("\\boxed{Positive}", "unclear", "\\boxed{Negative}"));
    List<StepVotes> votes = read(scribe, VerdictFamily.STEPWISER, 3);
    assertEquals(5, scribe.asked.size());
    String third = scribe.asked.get(4).messages().get(0).content();
    assertTrue(third.contains("Historical Reasoning Path: u = 1\n\nv = 2\n"), third);
    assertTrue(third.contains("New Reasoning Chunk: Step 3: w = 3\n"), third);
    assertEquals(List.of(0.5, 0.5), votes.get(0).scores(VerdictScore.VOTES));
    assertEquals(List.of(), votes.get(0).scores(VerdictScore.PROBABILITY), "no odds were sent");
  }

  @Test
  void aStepWithoutAReadableVerdictHasNoScore() {
    Scribe scribe = new Scribe(last -> List.of(last.contains("v = 2") ? "?" : "\\boxed{Yes}"));
    StepVotes votes = read(scribe, VerdictFamily.GENPRM, 1).get(1);
    assertEquals(List.of(1.0), votes.scores(VerdictScore.VOTES));
    assertEquals(OptionalDouble.empty(), votes.score(1, VerdictScore.VOTES));
    assertEquals(OptionalDouble.of(1), votes.score(2, VerdictScore.VOTES));
  }

  @Test
  void aConversationThatIsNotAnsweredGoesNoFurther() {
    Scribe scribe =
        new Scribe(last -> last.contains("v = 2") ? List.of() : List.of("\\boxed{Yes}"));
    List<StepVotes> votes = read(scribe, VerdictFamily.GENPRM, 1);
    assertEquals(Optional.empty(), votes.get(0).missing());
    assertEquals(Optional.of("no answer"), votes.get(1).missing());
    assertEquals(4, scribe.asked.size());
  }

  @Test
  void atLeastOneVoteIsNeeded() {
    GenerativePrm prm = GenerativePrm.of(new Scribe(t -> List.of()), VerdictFamily.GENPRM);
    assertEquals(
        "0 votes; at least 1 expected",
        assertThrows(IllegalArgumentException.class, () -> prm.withVotes(0)).getMessage());
  }
}
