package org.prmlab.tabletop.program;

import java.util.OptionalInt;
import org.prmlab.data.Verdict;

/**
 * What an exact checker finds in a written solution: the world's human annotator.
 *
 * <p>A step is right if it names the operation and the two numbers it should (first the running
 * value, as its number or as {@code it}, then the operand as the problem names it) and its result
 * is theirs. Steps are judged by the values as written before them, so that what follows an error
 * can be right again.
 *
 * @param rights whether each step is right
 * @param answerRight whether the last value is the problem's answer
 */
public record ProgramCheck(java.util.List<Boolean> rights, boolean answerRight) {
  public ProgramCheck {
    rights = java.util.List.copyOf(rights);
  }

  /**
   * Checks the tokens of a solution, six a step, without those of the problem.
   *
   * @throws IllegalArgumentException if their number does not fit the problem
   */
  public static ProgramCheck of(Program program, int... solution) {
    if (solution.length != ProgramTokens.LINE * program.steps()) {
      throw new IllegalArgumentException(
          "%d tokens for %d steps; expected %d a step"
              .formatted(solution.length, program.steps(), ProgramTokens.LINE));
    }
    int[] values = new int[program.steps()];
    Boolean[] rights = new Boolean[program.steps()];
    for (int step = 0; step < values.length; step++) {
      int result = solution[ProgramTokens.LINE * step + ProgramTokens.RESULT];
      if (!ProgramTokens.isNumber(result)) {
        throw new IllegalArgumentException(
            "step %d ends in '%s'; expected a number"
                .formatted(step, ProgramTokens.words().get(result)));
      }
      rights[step] =
          names(program, step, values, solution)
              && program.right(step, values) == ProgramTokens.value(result);
      values[step] = ProgramTokens.value(result);
    }
    return new ProgramCheck(
        java.util.List.of(rights), values[values.length - 1] == program.answer());
  }

  /** Whether a step names what it should. */
  private static boolean names(Program program, int step, int[] values, int[] solution) {
    Program.Instruction instruction = program.instructions().get(step);
    int line = ProgramTokens.LINE * step;
    int left = solution[line + ProgramTokens.LEFT];
    int right = solution[line + ProgramTokens.RIGHT];
    int running = ProgramTokens.number(program.before(step, values));
    int operand = ProgramTokens.operand(instruction);
    return isRunning(left, running)
        && right == operand
        && solution[line + ProgramTokens.OPERATION] == ProgramTokens.operation(instruction);
  }

  private static boolean isRunning(int token, int running) {
    return token == ProgramTokens.IT || token == running;
  }

  /** Where the solution first goes wrong. */
  public Verdict verdict() {
    int error = rights.indexOf(false);
    return new Verdict(error < 0 ? OptionalInt.empty() : OptionalInt.of(error));
  }
}
