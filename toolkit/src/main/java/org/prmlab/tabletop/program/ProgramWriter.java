package org.prmlab.tabletop.program;

import java.util.random.RandomGenerator;

/**
 * Writes solutions down. The same values can be written in many ways: each step names the running
 * value as its number or as {@code it}. So right solutions of a problem differ from each other as
 * those of a language model do.
 */
public final class ProgramWriter {
  private final RandomGenerator random;

  public ProgramWriter(RandomGenerator random) {
    this.random = random;
  }

  /** The tokens of a solution with these values, six a step. */
  public int[] write(Program program, int[] values) {
    int[] tokens = new int[ProgramTokens.LINE * program.steps()];
    for (int step = 0; step < program.steps(); step++) {
      Program.Instruction instruction = program.instructions().get(step);
      int running =
          random.nextBoolean()
              ? ProgramTokens.IT
              : ProgramTokens.number(program.before(step, values));
      int operand = ProgramTokens.operand(instruction);
      int line = ProgramTokens.LINE * step;
      tokens[line] = ProgramTokens.FIRST_LETTER + step;
      tokens[line + ProgramTokens.LEFT] = running;
      tokens[line + ProgramTokens.OPERATION] = ProgramTokens.operation(instruction);
      tokens[line + ProgramTokens.RIGHT] = operand;
      tokens[line + ProgramTokens.RESULT] = ProgramTokens.number(values[step]);
      tokens[line + ProgramTokens.LINE - 1] = ProgramTokens.STEP;
    }
    return tokens;
  }

  /**
   * Another number in place of one of the two that a step names, or a number in place of {@code it}
   * or a letter: that may be the very number it stands for, and the step stays right. Only the
   * checker can say.
   */
  public void misquote(int[] tokens, int step) {
    int at =
        ProgramTokens.LINE * step
            + (random.nextBoolean() ? ProgramTokens.LEFT : ProgramTokens.RIGHT);
    int old = ProgramTokens.isNumber(tokens[at]) ? ProgramTokens.value(tokens[at]) : 0;
    tokens[at] = ProgramTokens.number(other(old));
  }

  /** A number other than this one. */
  public int other(int value) {
    return (value + random.nextInt(1, Program.NUMBERS)) % Program.NUMBERS;
  }
}
