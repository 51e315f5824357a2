package org.prmlab.tabletop.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.tabletop.program.Program.Instruction;

/** What is drawn, in many draws of one seed, beside what docs/tabletop.md says of each tier. */
class TierShapeTest {
  private static final int PROGRAMS = 4000;

  private static List<Program> programs(Tier tier) {
    var random = new SplittableRandom(11);
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      programs.add(Program.draw(tier, random));
    }
    return programs;
  }

  /** A share of so many draws lies this near its chance: four standard errors. */
  private static double near(double chance, long draws) {
    return 4 * Math.sqrt(chance * (1 - chance) / draws) + 1e-12;
  }

  @ParameterizedTest
  @CsvSource({"T1, 2, 3, 5", "T2, 3, 5, 9", "T3, 5, 6, 12", "T4, 6, 7, 12"})
  void stepsStartsAndOperandsFillTheirRanges(Tier tier, int fewest, int most, int largest) {
    TreeSet<Integer> steps = new TreeSet<>();
    TreeSet<Integer> starts = new TreeSet<>();
    Map<ProgramOperation, TreeSet<Integer>> operands = new EnumMap<>(ProgramOperation.class);
    for (Program program : programs(tier)) {
      steps.add(program.steps());
      starts.add(program.start());
      for (Instruction one : program.instructions()) {
        operands.computeIfAbsent(one.operation(), o -> new TreeSet<>()).add(one.number());
      }
    }
    assertEquals(List.of(fewest, most), List.of(steps.first(), steps.last()));
    assertEquals(most - fewest + 1, steps.size());
    assertEquals(13, starts.size(), "every number: " + starts);
    assertEquals(List.of(0, 12), List.of(starts.first(), starts.last()));
    operands.forEach(
        (operation, seen) -> {
          boolean divides =
              operation == ProgramOperation.DIVIDE || operation == ProgramOperation.REMAINDER;
          int first = divides || operation == ProgramOperation.TIMES ? 2 : 0;
          int last = divides ? 7 : largest;
          assertEquals(first, seen.first(), operation.toString());
          assertEquals(last, seen.last(), operation.toString());
          assertEquals(last - first + 1, seen.size(), operation + ": " + seen);
        });
  }

  @ParameterizedTest
  @CsvSource({"T1, 0", "T2, .10", "T3, .20", "T4, .25"})
  void earlierValuesAreNamedAsOftenAsTheTierSaysAndNeverTheOneBefore(Tier tier, double share) {
    long free = 0;
    long named = 0;
    Map<Integer, TreeSet<Integer>> places = new TreeMap<>();
    for (Program program : programs(tier)) {
      for (int step = 0; step < program.steps(); step++) {
        Instruction one = program.instructions().get(step);
        free += step >= 2 ? 1 : 0;
        if (one.reference().isPresent()) {
          named++;
          places.computeIfAbsent(step, s -> new TreeSet<>()).add(one.reference().getAsInt());
        }
      }
    }
    assertEquals(share, (double) named / free, near(share, free));
    places.forEach(
        (step, seen) -> {
          assertTrue(step >= 2, "step " + step);
          assertEquals(0, seen.first());
          assertEquals(step - 2, seen.last(), "all but the value before: " + seen);
          assertEquals(step - 1, seen.size(), "all of them: " + seen);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "T1, .46, .26, .04, .12, .12, 0, 0, 0",
    "T2, .32, .26, .16, .10, .10, .03, .03, 0",
    "T3, .28, .28, .16, .05, .05, .02, .02, .14",
    "T4, .32, .32, .21, 0, 0, 0, 0, .15",
  })
  void operationsComeAsOftenAsTheTierSays(
      Tier tier,
      double plus,
      double minus,
      double times,
      double max,
      double min,
      double divide,
      double remainder,
      double square) {
    List<Double> shares = List.of(plus, minus, times, max, min, divide, remainder, square);
    Map<ProgramOperation, Long> counts = new EnumMap<>(ProgramOperation.class);
    long all = 0;
    for (Program program : programs(tier)) {
      for (Instruction one : program.instructions()) {
        counts.merge(one.operation(), 1L, Long::sum);
        all++;
      }
    }
    List<ProgramOperation> operations = List.of(ProgramOperation.values());
    for (int i = 0; i < shares.size(); i++) {
      double found = (double) counts.getOrDefault(operations.get(i), 0L) / all;
      assertEquals(shares.get(i), found, near(shares.get(i), all), operations.get(i).toString());
    }
  }

  @Test
  void shapesThatMakeNoSenseAreAnError() {
    List<Double> eight = Collections.nCopies(8, .125);
    var error =
        assertThrows(IllegalArgumentException.class, () -> new TierShape(3, 2, 9, 0, eight));
    assertEquals("3 to 2 steps; expected 1 to 10, the fewest first", error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> new TierShape(0, 2, 9, 0, eight));
    assertEquals("0 to 2 steps; expected 1 to 10, the fewest first", error.getMessage());
    error = assertThrows(IllegalArgumentException.class, () -> new TierShape(2, 11, 9, 0, eight));
    assertEquals("2 to 11 steps; expected 1 to 10, the fewest first", error.getMessage());
    error =
        assertThrows(
            IllegalArgumentException.class, () -> new TierShape(2, 3, 9, 0, List.of(1.0, 0.0)));
    assertEquals("2 shares of operations; expected one for each of 8", error.getMessage());
    assertEquals(10, new TierShape(10, 10, 9, 0, eight).drawSteps(new SplittableRandom(1)));
  }
}
