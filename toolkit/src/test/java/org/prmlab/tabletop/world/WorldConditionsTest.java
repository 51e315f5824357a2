package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.model.DecoderShape;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.Program.Instruction;
import org.prmlab.tabletop.program.ProgramOperation;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.program.WrittenProgram;
import org.prmlab.tabletop.world.WorldConditions.Origin;

/** Two solutions of a world whose models have learnt nothing; every share is counted by hand. */
class WorldConditionsTest {
  private static final DecoderShape SHAPE =
      new DecoderShape(16, 1, 1, 1, 16, ProgramTokens.SIZE, 128);

  @TempDir private Path folder;

  private static WrittenProgram solution(String id, String text) {
    Instruction plus = new Instruction(ProgramOperation.PLUS, 1, OptionalInt.empty());
    var program = new Program(Tier.T1, 1, List.of(plus, plus, plus));
    return WrittenProgram.of(id, program, ProgramTokens.tokens(text), id);
  }

  /** Its steps are right: 2, 3, 4. */
  private static WrittenProgram right() {
    return solution("t1-00000", "A it + 1 2 <extra_0> B it + 1 3 <extra_0> C it + 1 4 <extra_0>");
  }

  /** Its second step is wrong. */
  private static WrittenProgram wrong() {
    return solution("t1-00001", "A it + 1 2 <extra_0> B it + 1 5 <extra_0> C it + 1 6 <extra_0>");
  }

  private static LabeledSolution labeled(WrittenProgram written, Verdict judged, int... counts) {
    List<StepLabel> rates = new ArrayList<>();
    Arrays.stream(counts).forEach(count -> rates.add(StepLabel.monteCarlo(count, 8)));
    return written
        .record(written.problemId())
        .withLabels(
            List.of(
                new StepLabels(WorldData.MONTE_CARLO, rates),
                StepLabels.ofVerdict(WorldData.JUDGE, 3, judged)));
  }

  @Test
  void sharesAreThoseCountedByHand() throws IOException {
    var world = new WorldFolder(folder, 305);
    Files.createDirectories(world.training().resolveSibling(""));
    List<LabeledSolution> training =
        List.of(
            labeled(right(), Verdict.errorAt(1), 8, 0, 8),
            labeled(wrong(), Verdict.errorAt(1), 3, 2, 0));
    PrmlabRecord.write(world.training(), training);
    for (Path other :
        List.of(world.human(), world.stepErrors(), world.bestOfEight(), world.searchSamples())) {
      PrmlabRecord.write(other, List.of(wrong().record("one")));
    }
    TabletopFolder.write(world.model(WorldModel.POLICY), SHAPE, 1);
    TabletopFolder.write(world.model(WorldModel.JUDGE), SHAPE, 1);
    WorldConditions conditions = WorldConditions.measure(world);
    assertEquals(305, conditions.seed());
    assertEquals(new Origin("training", "t1-00000", 1, 1, 1), conditions.sets().get(0));
    assertEquals(new Origin("training", "t1-00001", 1, 0, 0.5), conditions.sets().get(1));
    assertEquals(new Origin("human", "t1-00001", 1, 0, 0.5), conditions.sets().get(2));
    assertEquals(6, conditions.sets().size());
    WorldConditions.TierConditions first = conditions.tiers().get(0);
    assertEquals(0.25, first.mcFalseBad(), "one of four right steps has no right rollout");
    assertEquals(1, first.mcFalseGood(), "two rollouts recover from the wrong step");
    assertEquals(1 / 3.0, first.judgeFalseBad(), "it says nothing after its first error");
    assertEquals(0, first.judgeFalseGood());
    assertEquals(first.policyMarks(), first.judgeMarks(), "they have the same weights");
    Path file = world.conditions();
    OutcomeFile.write(file, conditions);
    assertEquals(conditions, WorldConditions.read(file));
  }
}
