package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.tabletop.world.PolicyTrainerTest.SHAPE;
import static org.prmlab.tabletop.world.PolicyTrainerTest.TEXT;
import static org.prmlab.tabletop.world.PolicyTrainerTest.stop;
import static org.prmlab.tabletop.world.PolicyTrainerTest.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.model.DecoderShape;
import org.prmlab.model.TokenGrammar;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.text.TextTokenizer;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.ProgramCheck;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.ProgramWriter;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.training.LearningRate;
import org.prmlab.training.PrmTrainer;
import org.prmlab.training.RateDecay;
import org.prmlab.training.StepTargets;
import org.prmlab.training.TrainingJob;
import org.prmlab.training.TrainingProgress;
import org.prmlab.training.TrainingReport;
import org.prmlab.training.TrainingSettings;

/** Tiny models, trained for a moment: what they do is right in form, not in content. */
class TabletopModelTest {
  @TempDir private Path folder;

  private static List<Program> programs(int each) {
    var random = new SplittableRandom(3);
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (Tier tier : Tier.values()) {
        programs.add(Program.draw(tier, random));
      }
    }
    return programs;
  }

  @Test
  void everySampleHasTheFormOfASolution() {
    TabletopFolder.write(folder, SHAPE, 1);
    List<Program> programs = programs(5);
    try (var sampler = ProgramSampler.load(folder, 1)) {
      int[][][] samples = sampler.solve(programs, 8, 77);
      for (int i = 0; i < samples.length; i++) {
        for (int[] sample : samples[i]) {
          assertEquals(
              programs.get(i).steps(), ProgramCheck.of(programs.get(i), sample).rights().size());
          for (int step = 0; step < programs.get(i).steps(); step++) {
            int line = ProgramTokens.LINE * step;
            assertEquals(ProgramTokens.FIRST_LETTER + step, sample[line]);
            int result = sample[line + ProgramTokens.RESULT];
            assertTrue(ProgramTokens.value(result) < Program.NUMBERS, "result " + result);
            assertEquals(
                ProgramTokens.operation(programs.get(i).instructions().get(step)),
                sample[line + ProgramTokens.OPERATION]);
          }
        }
      }
      assertArrayEquals(samples, sampler.solve(programs, 8, 77));
    }
  }

  /** An untrained model hits the answer about once in thirteen, whatever stands before. */
  @Test
  void rolloutsAreCountedAtEveryStep() {
    TabletopFolder.write(folder, SHAPE, 1);
    List<Program> programs = programs(20);
    var writer = new ProgramWriter(new SplittableRandom(5));
    List<int[]> solutions = programs.stream().map(p -> writer.write(p, p.values())).toList();
    try (var sampler = ProgramSampler.load(folder, 1)) {
      int[][] counts = sampler.correctRollouts(programs, solutions, 8, 9);
      int hits = 0;
      int all = 0;
      for (int i = 0; i < counts.length; i++) {
        assertEquals(programs.get(i).steps(), counts[i].length);
        assertEquals(8, counts[i][counts[i].length - 1], "the last step has the answer");
        hits += Arrays.stream(counts[i]).limit(counts[i].length - 1).sum();
        all += 8 * (counts[i].length - 1);
      }
      assertTrue(hits > all / 64 && hits < all / 4, hits + " of " + all);
    }
  }

  @Test
  void theTokenizerOfTheFolderReadsTheWorldsText() {
    TabletopFolder.write(folder, SHAPE, 1);
    try (TextTokenizer tokenizer = TextTokenizer.read(folder)) {
      for (Program program : programs(10)) {
        int[] problem = ProgramTokens.problem(program);
        int[] solution =
            new ProgramWriter(new SplittableRandom(1)).write(program, program.values());
        assertArrayEquals(problem, tokenizer.encode(ProgramTokens.text(problem)));
        assertArrayEquals(solution, tokenizer.encode(ProgramTokens.text(solution)));
      }
    }
  }

  @Test
  void aPrmIsTrainedFromAPolicyLikeAnyOther() {
    train(folder.resolve("policy"), 20);
    var random = new SplittableRandom(1);
    List<LabeledSolution> solutions = new ArrayList<>();
    for (Program program : programs(20)) {
      int[] values = program.values();
      var writer = new ProgramWriter(random);
      values[values.length - 1] = writer.other(values[values.length - 1]);
      int[] tokens = writer.write(program, values);
      int[] problem = ProgramTokens.problem(program);
      Problem asked =
          Problem.of("p", ProgramTokens.text(Arrays.copyOfRange(problem, 1, problem.length)));
      List<String> steps =
          Arrays.stream(ProgramTokens.text(tokens).split("<extra_0>")).map(String::strip).toList();
      solutions.add(
          LabeledSolution.of(
              Solution.of("s" + solutions.size(), asked, steps),
              ProgramCheck.of(program, tokens).verdict()));
    }
    TrainingJob job =
        TrainingJob.of(folder.resolve("policy"), folder.resolve("prm"))
            .withDevice(ComputeDevice.named("cpu"));
    TrainingSettings settings =
        TrainingSettings.withDefaults(1)
            .withRate(new LearningRate(1e-3, 5, RateDecay.COSINE, 0.05));
    TrainingReport report =
        PrmTrainer.of(job, settings)
            .train(
                StepDataset.of("tabletop", solutions),
                StepTargets.withDefaults(),
                TrainingProgress.silent());
    assertEquals("qwen2-prm", report.family());
    try (var prm = ProcessRewardModel.load(folder.resolve("prm"))) {
      assertEquals(
          solutions.get(0).solution().steps().size(),
          prm.score(List.of(solutions.get(0).solution())).get(0).scored());
    }
  }

  @Test
  void aGrammarWithoutAWayOnIsAnError() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> TokenGrammar.of(new int[][] {{0, 0}, {-1, -1}}));
    assertEquals(
        "state 1 has 2 tokens, none of them allowed or not 2 of them; expected one at least",
        error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class, () -> TokenGrammar.of(new int[][] {{0, 0}, {2, -1}}));
    assertEquals("state 1 leads to state 2; there are 2, from 0", error.getMessage());
  }

  @Test
  void settingsThatMakeNoSenseAreAnError() {
    var error = assertThrows(IllegalArgumentException.class, () -> new BaseText(List.of(1.0), 0.3));
    assertEquals("1 shares of tiers; expected one for each of 4", error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new BaseText(List.of(1.0, 1.0, 1.0, 1.0), 0.3, 1));
    assertEquals(
        "share 1.0 of marked solutions; expected more than 0 and less than 1", error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> new PolicyStop(0, 0, -1));
    assertEquals("at most -1 steps; expected 0 at least", error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class, () -> new PolicySettings(TEXT, 0, 512, stop(1), 5));
    assertEquals(
        "rate 0.0, 512 tokens a batch, 5 steps of the falling rate; expected above 0, 1 and 1 at"
            + " least",
        error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class, () -> new DecoderShape(32, 2, 3, 2, 64, 42, 128));
    assertEquals(
        "3 heads with 2 key heads at width 32; expected key heads to divide heads, and twice the"
            + " heads to divide the width",
        error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class, () -> new DecoderShape(32, 0, 2, 2, 64, 42, 128));
    assertEquals(
        "width 32, 0 layers, 2 key heads, 64 wide inside, 42 words; expected all above 0",
        error.getMessage());
  }
}
