package org.prmlab.notebook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.labeling.StepRollouts;
import org.prmlab.labeling.rollout.RolloutOutcome;
import org.prmlab.labeling.rollout.RolloutSource;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;
import org.prmlab.report.View;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Proportion;

class RolloutExplorableTest {
  private static final Problem PROBLEM = new Problem("p", "1 + 1 </script>?", Optional.of("2"));
  private static final Solution SOLUTION =
      Solution.of("s", PROBLEM, List.of("1 + 1 is asked", "that is 3", "\\boxed{3}"));

  /** Every third rollout is right, every fourth cut off. */
  private static final RolloutSource SOURCE =
      requests ->
          requests.stream()
              .map(
                  r ->
                      new Samples(
                          IntStream.range(0, r.samples().count())
                              .mapToObj(RolloutExplorableTest::completion)
                              .toList(),
                          TokenUsage.none(),
                          Optional.empty()))
              .toList();

  private static Completion completion(int i) {
    return new Completion(
        "so \\boxed{" + (i % 3 == 0 ? 2 : 3) + "} </script>",
        i % 4 == 3 ? Completion.End.CUT : Completion.End.STOPPED);
  }

  @Test
  void rolloutsAreJudgedOneByOneAsLabelsCountThem() {
    StepRollouts drawn = StepRollouts.draw(SOURCE, SOLUTION, 8);
    assertEquals(2, drawn.steps().size());
    assertEquals(
        List.of(
            RolloutOutcome.CORRECT,
            RolloutOutcome.WRONG,
            RolloutOutcome.WRONG,
            RolloutOutcome.RAN_ON,
            RolloutOutcome.WRONG,
            RolloutOutcome.WRONG,
            RolloutOutcome.CORRECT,
            RolloutOutcome.RAN_ON),
        drawn.steps().get(1).stream().map(StepRollouts.Judged::outcome).toList());
    assertEquals(2, drawn.tally(0, 8).correct());
    assertEquals(6, drawn.tally(0, 8).decided());
    assertEquals(1, drawn.tally(0, 3).correct());
  }

  @Test
  void everyCountHasItsInterval() throws Exception {
    JsonNode data = ExploreExamples.data(view());
    JsonNode step = data.path("rollouts").path(0);
    assertEquals(9, step.path("intervals").size());
    assertEquals("[0.0,1.0]", step.path("intervals").path(0).toString());
    Estimate three = new Proportion(1, 3).beta(0.95);
    assertEquals(three.low(), step.path("intervals").path(3).path(0).asDouble());
    assertEquals(
        three.low(), step.path("intervals").path(4).path(0).asDouble()); // one without verdict
    assertEquals("ran on", step.path("outcomes").path(3).asText());
    assertEquals(1, data.path("truth").asInt());
  }

  private static View view() {
    return Explore.rollouts(StepRollouts.draw(SOURCE, SOLUTION, 8), Verdict.errorAt(1));
  }

  @Test
  void theStillPictureHasAllOfThem() {
    String still = ExploreExamples.still(view());
    assertTrue(still.contains("2 of 6"), still);
    assertTrue(still.contains("first error"), still);
  }

  @Test
  void whatCannotBeRolledOutIsRefused() {
    Solution one = Solution.of("one", PROBLEM, List.of("2"));
    refuses(
        "solution 'one' has one step, so nothing is left to complete; at least two steps expected",
        () -> StepRollouts.draw(SOURCE, one, 8));
    refuses(
        "a step of solution 's' has no rollouts; at least one a step expected",
        () ->
            Explore.rollouts(
                new StepRollouts(SOLUTION, List.of(List.of(), List.of())), Verdict.allCorrect()));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
