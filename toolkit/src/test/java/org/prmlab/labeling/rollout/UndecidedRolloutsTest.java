package org.prmlab.labeling.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabel.Unlabeled;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.SampleRange;

/** Rollouts without a verdict are no failures. */
class UndecidedRolloutsTest {
  /** Some rollouts from each step: c correct, w wrong, - without a verdict. */
  private static RolloutCounts tally(String outcomes) {
    return outcomes
        .chars()
        .mapToObj(
            c ->
                c == 'c'
                    ? RolloutOutcome.CORRECT
                    : c == 'w' ? RolloutOutcome.WRONG : RolloutOutcome.CUT)
        .map(RolloutOutcome::tally)
        .reduce(RolloutCounts.none(), RolloutCounts::plus);
  }

  @ParameterizedTest(name = "{0}, at least {1} -> {2}")
  @CsvSource({
    "cw--, 2, 1 of 2",
    "cw--, 3, none",
    "c---, 1, 1 of 1",
    "----, 1, none",
    "wwww, 4, 0 of 4",
    "cc, 4, 2 of 2", // stopped early, all with a verdict
    "c-, 4, none",
  })
  void aStepIsLabeledFromTheRolloutsWithAVerdictIfTheyAreEnough(
      String outcomes, int least, String expected) {
    StepLabel label = tally(outcomes).label(least);
    assertEquals(
        expected,
        label instanceof StepLabel.MonteCarlo counts
            ? counts.correct() + " of " + counts.total()
            : "none");
  }

  @Test
  void theSearchForTheFirstErrorEndsAtAStepThatCannotBeDecided() {
    var search = new FirstErrorSearch(RolloutBudget.of(4), 0);
    List<RolloutCounts> drawn =
        List.of(tally(""), tally("cc"), tally("cccc"), tally(""), tally("c---"), tally(""));
    assertEquals(
        List.of(new RolloutPlan(1, new SampleRange(2, 2))),
        search.next(List.of(drawn.get(0), drawn.get(1), drawn.get(0))));
    drawn =
        List.of(
            tally(""),
            tally(""),
            tally("cccc"),
            tally(""),
            tally("c---"),
            tally(""),
            tally("wwww"));
    assertEquals(List.of(), search.next(drawn.subList(0, 5)));
    assertEquals(
        List.of(
            StepLabel.Hard.CORRECT,
            StepLabel.Hard.CORRECT,
            StepLabel.monteCarlo(4, 4),
            Unlabeled.UNLABELED,
            Unlabeled.UNLABELED),
        search.labels(drawn.subList(0, 5)));
  }

  @Test
  void adaptiveStoppingGoesOnUntilEnoughHaveAVerdict() {
    AdaptiveStopping adaptive = AdaptiveStopping.of(8, 0);
    assertEquals(List.of(), adaptive.next(List.of(tally("cc"))), "all with a verdict");
    assertEquals(
        List.of(new RolloutPlan(0, new SampleRange(2, 2))), adaptive.next(List.of(tally("c-"))));
    assertEquals(
        List.of(new RolloutPlan(0, new SampleRange(6, 2))),
        adaptive.next(List.of(tally("c-c-c-"))));
    assertEquals(List.of(), adaptive.next(List.of(tally("c-c-c-c-"))));
    assertEquals(List.of(Unlabeled.UNLABELED), adaptive.labels(List.of(tally("c-c-c---"))));
  }

  @Test
  void whatWasCutOffHasNoVerdictEvenWithAnAnswer() {
    Solution solution = Solution.of("s", new Problem("p", "?", Optional.of("12")), List.of("a"));
    var check = new RolloutCheck(solution, AnswerComparison.withDefaults());
    assertEquals(RolloutOutcome.RAN_ON, check.of(0, new Completion("\\boxed{12}. Next:", End.CUT)));
    assertEquals(RolloutOutcome.CUT, check.of(0, new Completion("so we", End.CUT)));
    assertEquals(RolloutOutcome.CORRECT, check.of(0, new Completion("\\boxed{12}", End.STOP_TEXT)));
  }

  @Test
  void aRunIsWatchedForRolloutsWithoutVerdicts() {
    RolloutWatch watch = new RolloutWatch();
    assertEquals(Optional.of(RolloutTrouble.CUT_OFF), watch.after(tally("---")));
    watch = new RolloutWatch();
    assertEquals(Optional.empty(), watch.after(tally("cw--------")));
    assertEquals(Optional.empty(), watch.after(tally("c".repeat(200))));
    assertEquals(Optional.empty(), watch.after(tally("-".repeat(8))), "a small last batch");
    assertEquals(Optional.of(RolloutTrouble.CUT_OFF), watch.after(tally("-".repeat(100))));
    assertEquals(318, watch.all().total());
    RolloutCounts mixed = new RolloutCounts(0, 1, 2, 3, 4, 5);
    assertEquals(Optional.of(RolloutTrouble.RUN_ON), RolloutTrouble.most(mixed));
    assertEquals(
        "5 of 15 rollouts were cut off after an answer, since nothing stopped them there",
        RolloutTrouble.RUN_ON.of(mixed));
  }
}
