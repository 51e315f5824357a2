package org.prmlab.tabletop.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.model.TokenGrammar;

/**
 * The form of written solutions: as many lines as the problem has steps, each with its letter, a
 * number, an operation, a number, a result and a step token. The letter and the operation are
 * given: to copy them is no reasoning. What else stands in a line is free.
 */
public final class SolutionGrammar {
  private final Map<Rest, Integer> ranks = new HashMap<>();
  private final List<Rest> rests = new ArrayList<>();

  /** The lines from one on to the last, by their operations. */
  private record Rest(int line, List<Integer> operations) {
    Rest {
      operations = List.copyOf(operations);
    }

    Rest next() {
      return new Rest(line + 1, operations.subList(1, operations.size()));
    }
  }

  private SolutionGrammar() {}

  /**
   * The grammar of solutions.
   *
   * @param operations for each problem the tokens of its operations, line by line
   */
  public static SolutionGrammar of(Collection<List<Integer>> operations) {
    var grammar = new SolutionGrammar();
    for (List<Integer> problem : operations) {
      Rest rest = new Rest(0, problem);
      while (!rest.operations().isEmpty() && grammar.ranks.get(rest) == null) {
        grammar.ranks.put(rest, grammar.ranks.size());
        grammar.rests.add(rest);
        rest = rest.next();
      }
    }
    return grammar;
  }

  /**
   * The state before a line.
   *
   * @param operations of all lines of the problem
   * @param line from 0
   * @throws IllegalArgumentException if the grammar is of other problems
   */
  public int state(List<Integer> operations, int line) {
    var rest = new Rest(line, operations.subList(line, operations.size()));
    if (!ranks.containsKey(rest)) {
      throw new IllegalArgumentException(
          "no state for line %d of %d; the grammar is of other problems"
              .formatted(line, operations.size()));
    }
    return before(rest);
  }

  /** State 0 is the end. */
  private int before(Rest rest) {
    return rest.operations().isEmpty() ? 0 : 1 + ranks.getOrDefault(rest, 0) * ProgramTokens.LINE;
  }

  public TokenGrammar grammar() {
    int[][] next = new int[1 + rests.size() * ProgramTokens.LINE][ProgramTokens.SIZE];
    for (Rest rest : rests) {
      int first = before(rest);
      int end = before(rest.next());
      for (int place = 0; place < ProgramTokens.LINE; place++) {
        int after = place < ProgramTokens.LINE - 1 ? first + place + 1 : end;
        int[] row = next[first + place];
        Arrays.setAll(row, token -> -1);
        for (int token = 0; token < row.length; token++) {
          if (allows(token, rest, place)) {
            row[token] = after;
          }
        }
      }
    }
    return TokenGrammar.of(next);
  }

  private boolean allows(int token, Rest rest, int place) {
    boolean number = ProgramTokens.isNumber(token) && ProgramTokens.value(token) < Program.NUMBERS;
    return switch (place) {
      case 0 -> token == ProgramTokens.FIRST_LETTER + rest.line();
      case ProgramTokens.OPERATION -> token == rest.operations().get(0);
      case ProgramTokens.RESULT -> number;
      case ProgramTokens.LINE - 1 -> token == ProgramTokens.STEP;
      default -> number || token >= ProgramTokens.FIRST_LETTER;
    };
  }
}
