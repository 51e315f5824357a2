package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prmlab.model.TokenRow;

class BatchTest {
  /** Three rows of 100 tokens that share their first {@code shared} ones. */
  private static List<TokenRow> rows(int shared) {
    return IntStream.range(1, 4)
        .mapToObj(
            row ->
                TokenRow.of(
                    IntStream.range(0, 100).map(t -> t < shared ? 0 : row).toArray(),
                    new int[] {99}))
        .toList();
  }

  private static List<Integer> shared(int tokens, double leastSaving) {
    List<String> groups = List.of("a", "a", "a");
    return Batch.plan(rows(tokens), groups, 1000, leastSaving).stream().map(Batch::shared).toList();
  }

  @Test
  void aCommonBeginningIsComputedOnceWhereThatSavesEnough() {
    assertEquals(List.of(60), shared(60, 0)); // 2 * 60 of 300 tokens are saved
    assertEquals(List.of(60), shared(60, 0.4));
    assertEquals(List.of(0), shared(60, 0.41));
    assertEquals(List.of(0), shared(20, 0)); // a call of its own costs more
  }
}
