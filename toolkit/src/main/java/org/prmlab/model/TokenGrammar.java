package org.prmlab.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import org.prmlab.model.engine.TorchModule;

/**
 * Which tokens may follow: a finite automaton over tokens. A sample begins in a state, each token
 * leads to the next one, and state 0 ends it.
 */
public final class TokenGrammar {
  private static final TokenGrammar NONE = new TokenGrammar(new int[0][0]);

  private final int[][] next;

  private TokenGrammar(int[][] next) {
    this.next = next;
  }

  /** Every token may always follow. */
  public static TokenGrammar none() {
    return NONE;
  }

  /**
   * A grammar.
   *
   * @param next next[state][token]: the state it leads to, or -1 if it may not stand there; all
   *     tokens of the vocabulary, and at least one allowed in each state
   * @throws IllegalArgumentException if a state allows nothing or leads to no state
   */
  public static TokenGrammar of(int[][] next) {
    for (int state = 0; state < next.length; state++) {
      int[] row = next[state];
      if (row.length != next[0].length || Arrays.stream(row).allMatch(s -> s < 0)) {
        throw new IllegalArgumentException(
            "state %d has %d tokens, none of them allowed or not %d of them; expected one at least"
                .formatted(state, row.length, next[0].length));
      }
      int largest = Arrays.stream(row).max().orElseThrow();
      if (largest >= next.length) {
        throw new IllegalArgumentException(
            "state %d leads to state %d; there are %d, from 0"
                .formatted(state, largest, next.length));
      }
    }
    return new TokenGrammar(Arrays.stream(next).map(int[]::clone).toArray(int[][]::new));
  }

  /** The state that a token leads to, or -1 if it may not stand in this one. */
  public int after(int state, int token) {
    return next[state][token];
  }

  /** (states, vocabulary), or empty. */
  PtNDArray table(PtNDManager scope) {
    long[] flat = Arrays.stream(next).flatMapToInt(Arrays::stream).asLongStream().toArray();
    Shape shape = next.length == 0 ? new Shape(0) : new Shape(next.length, next[0].length);
    return TorchModule.array(scope, flat, shape);
  }
}
