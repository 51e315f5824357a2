package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Solution;
import org.prmlab.labeling.rollout.EveryStep;
import org.prmlab.labeling.rollout.MonteCarloLabeler;
import org.prmlab.labeling.rollout.MonteCarloLabels;
import org.prmlab.labeling.rollout.RolloutRequest;
import org.prmlab.llm.Completion;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;
import org.prmlab.model.DecoderShape;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.ProgramWriter;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.program.WrittenProgram;

/** Rollouts by an untrained model: right in form, wrong in content. */
class ProgramRolloutsTest {
  private static final DecoderShape SHAPE =
      new DecoderShape(32, 2, 2, 1, 64, ProgramTokens.SIZE, 128);

  @TempDir private Path folder;

  private static List<Solution> solutions(int count) {
    var random = new SplittableRandom(4);
    var writer = new ProgramWriter(random);
    List<Solution> solutions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Program program = Program.draw(List.of(Tier.values()).get(i % 4), random);
      int[] right = writer.write(program, program.values());
      solutions.add(
          WrittenProgram.of("p" + i, program, right, "writer").record("s" + i).solution());
    }
    return solutions;
  }

  @Test
  void aRolloutWritesTheLinesThatAreLeftAndBoxesTheLastValue() {
    TabletopFolder.write(folder, SHAPE, 1);
    Solution solution = solutions(4).get(3);
    int steps = solution.steps().size();
    try (var policy = ProgramRollouts.load(folder, 1, 5)) {
      List<RolloutRequest> requests = new ArrayList<>();
      for (int step = 0; step < steps; step++) {
        requests.add(new RolloutRequest(solution, step, SampleRange.ofFirst(3)));
      }
      List<Samples> drawn = policy.roll(requests);
      for (int step = 0; step < steps; step++) {
        assertEquals(3, drawn.get(step).completions().size());
        assertEquals(
            3L * ProgramTokens.LINE * (steps - 1 - step),
            drawn.get(step).usage().completionTokens());
        for (Completion rollout : drawn.get(step).completions()) {
          List<String> lines = rollout.text().lines().toList();
          assertEquals(steps - step, lines.size());
          assertTrue(lines.get(lines.size() - 1).matches("\\\\boxed\\{\\d+}"), rollout.text());
        }
      }
      String answer = solution.problem().answer().orElseThrow();
      assertEquals("\\boxed{" + answer + "}", drawn.get(steps - 1).completions().get(0).text());
    }
  }

  @Test
  void aSampleDependsOnItsSolutionStepAndIndexAlone() {
    TabletopFolder.write(folder, SHAPE, 1);
    List<Solution> solutions = solutions(8);
    try (var policy = ProgramRollouts.load(folder, 1, 5)) {
      List<RolloutRequest> all =
          solutions.stream().map(s -> new RolloutRequest(s, 0, SampleRange.ofFirst(4))).toList();
      List<Samples> together = policy.roll(all);
      Samples alone =
          policy
              .roll(List.of(new RolloutRequest(solutions.get(5), 0, new SampleRange(2, 1))))
              .get(0);
      assertEquals(together.get(5).completions().get(2), alone.completions().get(0));
    }
  }

  @Test
  void labelsComeFromTheBoxedAnswers() {
    TabletopFolder.write(folder, SHAPE, 1);
    try (var policy = ProgramRollouts.load(folder, 1, 5)) {
      for (MonteCarloLabels labels :
          MonteCarloLabeler.of(policy, new EveryStep(8)).label(solutions(8))) {
        int last = labels.tallies().size() - 1;
        assertEquals(8, labels.tallies().get(last).correct(), "the last step has the answer");
        labels.tallies().forEach(t -> assertEquals(8, t.correct() + t.wrong()));
      }
    }
  }
}
