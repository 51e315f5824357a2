package org.prmlab.tabletop;

import java.util.Arrays;
import org.prmlab.model.TokenGrammar;

/**
 * The form of a written solution: as many lines as the problem has steps, each with its letter, a
 * number, an operation, a number, a result and a step token. What stands in them is free.
 */
final class SolutionGrammar {
  private static final int LINES = ProgramTokens.LETTERS; // of a solution, at most

  private SolutionGrammar() {}

  /** The state before a line (from 0) of a solution of so many steps. */
  static int state(int steps, int line) {
    return state(steps, line, 0);
  }

  private static int state(int steps, int line, int place) {
    return 1 + ((steps - 1) * LINES + line) * ProgramTokens.LINE + place;
  }

  static TokenGrammar grammar() {
    int states = 1 + LINES * LINES * ProgramTokens.LINE;
    int[][] next = new int[states][ProgramTokens.SIZE]; // all to 0, the end
    for (int steps = 1; steps <= LINES; steps++) {
      for (int line = 0; line < steps; line++) {
        for (int place = 0; place < ProgramTokens.LINE; place++) {
          int after =
              place < ProgramTokens.LINE - 1
                  ? state(steps, line, place + 1)
                  : line < steps - 1 ? state(steps, line + 1) : 0;
          int[] row = next[state(steps, line, place)];
          Arrays.setAll(row, token -> -1);
          for (int token = 0; token < row.length; token++) {
            if (allows(token, line, place)) {
              row[token] = after;
            }
          }
        }
      }
    }
    return TokenGrammar.of(next);
  }

  private static boolean allows(int token, int line, int place) {
    boolean operation =
        token >= ProgramTokens.FIRST_OPERATION && token < ProgramTokens.FIRST_LETTER;
    return switch (place) {
      case 0 -> token == ProgramTokens.FIRST_LETTER + line;
      case ProgramTokens.OPERATION -> operation;
      case ProgramTokens.RESULT -> ProgramTokens.isNumber(token);
      case ProgramTokens.LINE - 1 -> token == ProgramTokens.STEP;
      default -> token >= ProgramTokens.FIRST_NUMBER && !operation;
    };
  }
}
