package org.prmlab.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.prmlab.model.engine.TorchModule;

/**
 * Rows of tokens side by side, padded on the right with token 0 (which no other token sees), and
 * the reads of all rows as indices into the grid.
 */
final class TokenGrid {
  private final List<TokenRow> rows;
  private final int start;
  private final int width;

  private TokenGrid(List<TokenRow> rows, int start) {
    this.rows = rows;
    this.start = start;
    this.width = rows.stream().mapToInt(TokenRow::length).max().orElseThrow() - start;
  }

  /**
   * All of the rows' tokens.
   *
   * @throws IllegalArgumentException for an id outside the vocabulary: natively that would be a
   *     read outside memory
   */
  static TokenGrid of(List<TokenRow> rows, int vocabulary) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no rows of tokens; at least one needed");
    }
    for (TokenRow row : rows) {
      row.ids()
          .filter(id -> id < 0 || id >= vocabulary)
          .findFirst()
          .ifPresent(
              id -> {
                throw new IllegalArgumentException(
                    "token id %d is outside the model's vocabulary of %d; tokenizer of another model?"
                        .formatted(id, vocabulary));
              });
    }
    return new TokenGrid(rows, 0);
  }

  /** The tokens after the first {@code shared} ones of each row. */
  TokenGrid after(int shared) {
    for (TokenRow row : rows) {
      if (row.length() <= shared || row.positions().anyMatch(p -> p < shared)) {
        throw new IllegalArgumentException(
            "a row of %d tokens is read within the %d shared ones; share fewer"
                .formatted(row.length(), shared));
      }
    }
    return new TokenGrid(rows, shared);
  }

  int width() {
    return width;
  }

  /** Token ids, (rows, width). */
  PtNDArray ids(PtNDManager scope) {
    long[] ids = new long[rows.size() * width];
    for (int r = 0; r < rows.size(); r++) {
      TokenRow row = rows.get(r);
      for (int t = start; t < row.length(); t++) {
        ids[r * width + t - start] = row.id(t);
      }
    }
    return TorchModule.array(scope, ids, new Shape(rows.size(), width));
  }

  /** Flat indices of the reads, row by row. */
  PtNDArray reads(PtNDManager scope) {
    var flat = LongStream.builder();
    for (int r = 0; r < rows.size(); r++) {
      long offset = (long) r * width - start;
      rows.get(r).positions().forEach(p -> flat.add(offset + p));
    }
    long[] reads = flat.build().toArray();
    return TorchModule.array(scope, reads, new Shape(reads.length));
  }

  /** The classes of each read of each row, from all of them in one line. */
  float[][][] split(float[] flat) {
    int reads = rows.stream().mapToInt(TokenRow::scoredPositions).sum();
    int classes = reads == 0 ? 0 : flat.length / reads;
    List<float[][]> result = new ArrayList<>();
    int at = 0;
    for (TokenRow row : rows) {
      float[][] values = new float[row.scoredPositions()][classes];
      for (float[] value : values) {
        System.arraycopy(flat, at, value, 0, classes);
        at += classes;
      }
      result.add(values);
    }
    return result.toArray(new float[0][][]);
  }
}
