package org.prmlab.tabletop.program;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A problem of the tabletop world: a number and operations that change it one after the other. The
 * answer is the number after the last one.
 *
 * @param start from 0 to below {@link #NUMBERS}
 */
public record Program(Tier tier, int start, List<Instruction> instructions) {
  /**
   * How many numbers there are, 0 to 12; arithmetic is modulo this. It is prime: products of
   * different numbers differ.
   */
  public static final int NUMBERS = 13;

  /**
   * One operation.
   *
   * @param number its operand
   * @param reference step whose value is the operand instead, counted from 0, at least two before
   */
  public record Instruction(ProgramOperation operation, int number, OptionalInt reference) {}

  public Program {
    instructions = List.copyOf(instructions);
  }

  /** A random one. */
  public static Program draw(Tier tier, RandomGenerator random) {
    TierShape shape = TierShape.of(tier);
    int steps = shape.drawSteps(random);
    int start = random.nextInt(NUMBERS);
    List<Instruction> instructions = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      ProgramOperation operation = shape.drawOperation(random);
      int number = shape.drawOperand(operation, random);
      OptionalInt reference =
          step >= 2 && shape.drawsReference(random)
              ? OptionalInt.of(random.nextInt(step - 1))
              : OptionalInt.empty();
      instructions.add(new Instruction(operation, number, reference));
    }
    return new Program(tier, start, instructions);
  }

  public int steps() {
    return instructions.size();
  }

  /** The operand of a step, given the values of the steps before it. */
  int operand(int step, int[] values) {
    Instruction instruction = instructions.get(step);
    return instruction.reference().isPresent()
        ? values[instruction.reference().getAsInt()]
        : instruction.number();
  }

  /** The running value before a step, given the values of the steps before it. */
  int before(int step, int[] values) {
    return step == 0 ? start : values[step - 1];
  }

  /** What a step's value should be, given the values of the steps before it. */
  public int right(int step, int[] values) {
    return instructions.get(step).operation().apply(before(step, values), operand(step, values));
  }

  /** The value after every step. */
  public int[] values() {
    int[] values = new int[steps()];
    for (int step = 0; step < values.length; step++) {
      values[step] = right(step, values);
    }
    return values;
  }

  /** The answer. */
  public int answer() {
    return values()[steps() - 1];
  }
}
