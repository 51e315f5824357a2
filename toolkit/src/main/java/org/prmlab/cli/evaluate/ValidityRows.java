package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.prmlab.cli.common.RowPlaces;
import org.prmlab.data.SolutionColumns;
import org.prmlab.format.PrmBenchResult;

/** What a PRM says of the steps of PRMBench items, a bit a step. */
final class ValidityRows {
  private final SolutionColumns columns;
  private final RowPlaces places;
  private final BitSet called = new BitSet(); // steps of all items

  private ValidityRows(SolutionColumns columns, Path file) {
    this.columns = columns;
    this.places =
        new RowPlaces(
            columns,
            () -> {
              throw new IllegalArgumentException(
                  file + ": an id ends in the number of another of its name; expected one a row");
            });
  }

  /**
   * Reads a file of results. Where an id comes again, as in the published file, the second row is
   * that of the second item of this id.
   *
   * @throws IllegalArgumentException if a row says more or less than an item has steps
   */
  static ValidityRows read(Path file, SolutionColumns columns) {
    ValidityRows rows = new ValidityRows(columns, file);
    Map<String, Integer> times = new HashMap<>();
    PrmBenchResult.forEach(
        file,
        result -> {
          int time = times.merge(result.idx(), 1, Integer::sum);
          String id = time == 1 ? result.idx() : result.idx() + "#" + time;
          OptionalInt place = rows.places.of(id);
          if (place.isPresent()) {
            rows.add(place.getAsInt(), result.valid(), file);
          }
        });
    return rows;
  }

  private void add(int item, List<Boolean> valid, Path file) {
    if (valid.size() != columns.steps(item)) {
      throw new IllegalArgumentException(
          "%s: %d step labels for '%s', which has %d steps; score it without truncation or leave it out"
              .formatted(file, valid.size(), columns.ids().get(item), columns.steps(item)));
    }
    for (int step = 0; step < valid.size(); step++) {
      called.set(columns.begin(item) + step, valid.get(step));
    }
  }

  /** Which items have a row. */
  RowPlaces places() {
    return places;
  }

  /** Whether the PRM calls each step of an item valid. */
  boolean[] called(int item) {
    boolean[] of = new boolean[columns.steps(item)];
    for (int step = 0; step < of.length; step++) {
      of[step] = called.get(columns.begin(item) + step);
    }
    return of;
  }
}
