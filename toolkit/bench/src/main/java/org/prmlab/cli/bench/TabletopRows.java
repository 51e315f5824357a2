package org.prmlab.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.prmlab.model.TokenRow;

/**
 * Random rows as long as the tabletop world's: of n steps, 2 to 8, a problem of 3n + 3 tokens and
 * steps of six, each read at its last token.
 */
final class TabletopRows {
  private static final int STEP = 6; // tokens

  private final SplittableRandom random;
  private final int vocabulary;

  TabletopRows(long seed, int vocabulary) {
    this.random = new SplittableRandom(seed);
    this.vocabulary = vocabulary;
  }

  /** One row. */
  TokenRow row() {
    int steps = random.nextInt(2, 9);
    int problem = 3 * steps + 3;
    int[] ids =
        IntStream.generate(() -> random.nextInt(vocabulary))
            .limit(problem + STEP * steps)
            .toArray();
    return TokenRow.of(
        ids, IntStream.rangeClosed(1, steps).map(s -> problem + STEP * s - 1).toArray());
  }

  List<TokenRow> rows(int count) {
    List<TokenRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row());
    }
    return rows;
  }
}
