package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.ProgramWriter;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.program.WrittenProgram;

class AnnotatedSharesTest {
  /** Solutions in which each step goes wrong with some probability. */
  private static List<WrittenProgram> pool(int count, double wrong) {
    var random = new SplittableRandom(4);
    var writer = new ProgramWriter(random);
    List<WrittenProgram> pool = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Program program = Program.draw(Tier.T2, random);
      int[] values = new int[program.steps()];
      for (int step = 0; step < values.length; step++) {
        int right = program.right(step, values);
        values[step] = random.nextDouble() < wrong ? writer.other(right) : right;
      }
      pool.add(WrittenProgram.of("t2-" + i, program, writer.write(program, values), "pool"));
    }
    return pool;
  }

  /** 14.2 % of 500 are 71; steps up to the first wrong one are counted here once more. */
  @Test
  void theChosenHaveThePublishedShares() {
    List<WrittenProgram> chosen = AnnotatedShares.ofPrm800k().choose(pool(4000, 0.25), 500, 9);
    assertEquals(500, chosen.stream().map(WrittenProgram::problemId).distinct().count());
    assertEquals(71, chosen.stream().filter(w -> w.check().answerRight()).count());
    int right = 0;
    int labeled = 0;
    for (WrittenProgram written : chosen) {
      for (boolean isRight : written.check().rights()) {
        labeled++;
        right += isRight ? 1 : 0;
        if (!isRight) {
          break;
        }
      }
    }
    assertEquals(0.731, (double) right / labeled, 0.01);
  }

  @Test
  void aPoolWithoutEnoughOfAKindIsAnError() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> AnnotatedShares.ofPrm800k().choose(pool(20, 0), 20, 1));
    assertEquals(
        "0 solutions with an early error; 17 are needed: draw more, or by another generator",
        error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AnnotatedShares(0.142, 0.95).choose(pool(4000, 0.25), 200, 1));
    assertTrue(
        String.valueOf(error.getMessage()).contains("expected 95.0 %: no choice"),
        error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> new AnnotatedShares(0, 0.7));
    assertEquals(
        "share 0.0 of right answers, 0.7 of right steps; expected both more than 0 and less than"
            + " 1",
        error.getMessage());
  }
}
