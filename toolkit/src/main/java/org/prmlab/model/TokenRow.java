package org.prmlab.model;

import java.util.List;
import java.util.stream.IntStream;

/** One tokenized text and the tokens at which a head is read. */
public final class TokenRow {
  private final int[] ids;
  private final int[] positions;

  private TokenRow(int[] ids, int[] positions) {
    this.ids = ids;
    this.positions = positions;
  }

  /**
   * A row of tokens.
   *
   * @param ids token ids, at least one
   * @param positions indices into {@code ids}, from 0, strictly increasing
   * @throws IllegalArgumentException if a position is not in the row, or they do not increase
   */
  public static TokenRow of(int[] ids, int[] positions) {
    if (ids.length == 0) {
      throw new IllegalArgumentException("a row has no tokens; at least one needed");
    }
    for (int i = 0; i < positions.length; i++) {
      int least = i == 0 ? 0 : positions[i - 1] + 1;
      if (positions[i] < least || positions[i] >= ids.length) {
        throw new IllegalArgumentException(
            "position %d (number %d) of a row of %d tokens; expected %d to %d"
                .formatted(positions[i], i, ids.length, least, ids.length - 1));
      }
    }
    return new TokenRow(ids.clone(), positions.clone());
  }

  /** How many reads some rows have together. */
  static int reads(List<TokenRow> rows) {
    return rows.stream().mapToInt(TokenRow::scoredPositions).sum();
  }

  /** How many tokens. */
  public int length() {
    return ids.length;
  }

  /** Token at a position, from 0. */
  public int id(int position) {
    return ids[position];
  }

  /** Where the head is read, as indices of tokens. */
  public IntStream positions() {
    return IntStream.of(positions);
  }

  /** How many tokens the head is read at. */
  public int scoredPositions() {
    return positions.length;
  }

  public IntStream ids() {
    return IntStream.of(ids);
  }

  /** The leading tokens, as many as {@code length}, with the positions that lie in them. */
  public TokenRow truncated(int length) {
    if (length >= ids.length) {
      return this;
    }
    return of(
        IntStream.of(ids).limit(length).toArray(),
        IntStream.of(positions).filter(p -> p < length).toArray());
  }
}
