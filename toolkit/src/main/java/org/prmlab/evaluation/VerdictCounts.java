package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts how two verdicts on the same solutions differ. */
final class VerdictCounts {
  private final Map<Disagreement, Integer> kinds = new EnumMap<>(Disagreement.class);
  private final List<long[]> rows = new ArrayList<>(); // by the first's, then the second's error
  private int most;
  private int open;

  VerdictCounts() {
    for (Disagreement kind : Disagreement.values()) {
      kinds.put(kind, 0);
    }
  }

  /**
   * Counts one solution.
   *
   * @param first as {@link PairColumns.Classes#firstError}
   * @return whether both are decided
   */
  boolean add(int first, int second) {
    if (first == PairColumns.Classes.OPEN || second == PairColumns.Classes.OPEN) {
      open++;
      return false;
    }
    kinds.merge(Disagreement.between(first, second), 1, Integer::sum);
    most = Math.max(most, Math.max(first, second) + 1);
    while (rows.size() <= first + 1) {
      rows.add(new long[0]);
    }
    long[] row = rows.get(first + 1);
    if (row.length <= second + 1) {
      row = Arrays.copyOf(row, second + 9);
      rows.set(first + 1, row);
    }
    row[second + 1]++;
    return true;
  }

  Map<Disagreement, Integer> kinds() {
    return kinds;
  }

  int open() {
    return open;
  }

  /** Rows: the first's first error, columns: the second's. */
  Confusion confusion() {
    List<String> names = new ArrayList<>(List.of("no error"));
    for (int step = 1; step <= most; step++) {
      names.add("step " + step);
    }
    long[][] counts = new long[most + 1][];
    for (int i = 0; i <= most; i++) {
      counts[i] = Arrays.copyOf(i < rows.size() ? rows.get(i) : new long[0], most + 1);
    }
    return Confusion.of(names, counts);
  }
}
