package org.prmlab.prm;

import java.util.stream.IntStream;
import org.prmlab.model.TokenRow;

/** Collects the tokens of a solution piece by piece, and where its steps are read. */
final class SolutionTokens {
  private final IntStream.Builder ids = IntStream.builder();
  private final IntStream.Builder positions = IntStream.builder();
  private int length;

  SolutionTokens add(int... more) {
    for (int id : more) {
      ids.add(id);
    }
    length += more.length;
    return this;
  }

  /** A step is read at the token added last. */
  SolutionTokens read() {
    positions.add(length - 1);
    return this;
  }

  TokenRow row() {
    return TokenRow.of(ids.build().toArray(), positions.build().toArray());
  }
}
