package org.prmlab.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.labeling.rollout.RolloutPrompt;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;
import org.prmlab.llm.ScriptedModel;
import org.prmlab.llm.TokenUsage;

/** What a model's answers are to a search. Models themselves are tested where they live. */
class ModelProposerTest {
  private static final Problem PROBLEM = Problem.of("p7", "How many?");

  private static ScriptedModel model(int tokens, Optional<String> missing, Completion... answers) {
    var usage = new TokenUsage(answers.length, 5, tokens);
    return new ScriptedModel(new Samples(List.of(answers), usage, missing));
  }

  private static ModelProposer proposer(ScriptedModel model) {
    return ModelProposer.of(
        model, RolloutPrompt.ofText("{problem}\n{prefix}"), AnswerJournal.inMemory());
  }

  private static SearchPath path() {
    return SearchPath.root(PROBLEM, 2).then(new NextStep("Say 3.", false, 4), 1);
  }

  /** 13 tokens of three answers: 4 each, the blank one among them. */
  @Test
  void answersAreStepsAndABoxOrTheModelsEndEndsThem() {
    var model =
        model(
            13,
            Optional.empty(),
            new Completion(" So 4. \n", End.STOP_TEXT),
            new Completion("\n ", End.STOPPED),
            new Completion("It is \\boxed{4}.", End.STOP_TEXT));
    assertEquals(
        List.of(
            List.of(new NextStep("So 4.", false, 4), new NextStep("It is \\boxed{4}.", true, 4))),
        proposer(model).propose(List.of(path()), 3));
  }

  @Test
  void whatTheModelEndsIsASolutionAndWhatWasCutIsNot() {
    var model =
        model(0, Optional.empty(), new Completion("a", End.STOPPED), new Completion("b", End.CUT));
    assertEquals(
        List.of(List.of(new NextStep("a", true, 1), new NextStep("b", false, 1))),
        proposer(model).propose(List.of(path()), 2),
        "a step has a token at least");
  }

  @Test
  void aPromptIsTheProblemWithThePathAndNamedByItsPlace() {
    var model = model(1, Optional.empty(), new Completion("a", End.STOPPED));
    proposer(model).propose(List.of(path(), SearchPath.root(PROBLEM, 0)), 3);
    assertEquals(
        List.of(
            new Prompt("p7/2.1", List.of(), "How many?\nSay 3.\n\n", SampleRange.ofFirst(3)),
            new Prompt("p7/0", List.of(), "How many?\n", SampleRange.ofFirst(3))),
        model.asked());
  }

  @Test
  void whatIsMissingIsSaidAndTheRestIsUsed() {
    var model = model(6, Optional.of("the server is gone"), new Completion("a", End.STOP_TEXT));
    ModelProposer proposer = proposer(model);
    assertEquals(
        List.of(List.of(new NextStep("a", false, 6))), proposer.propose(List.of(path()), 2));
    assertEquals(Map.of("p7/2.1", "the server is gone"), proposer.unanswered());
    assertEquals(
        List.of(List.of()),
        proposer(model(0, Optional.of("gone"))).propose(List.of(path()), 2),
        "no answer, no step");
  }
}
