package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.prmlab.data.IdIndex;
import org.prmlab.data.SolutionColumns;

/** Finds the solutions that the rows of a file are about, each row once. */
public final class RowPlaces {
  private final SolutionColumns columns;
  private final IdIndex index;
  private final BitSet met = new BitSet();
  private final Set<String> others = new HashSet<>();
  private final List<String> inOrder = new ArrayList<>();
  private final Runnable sayWhere;

  /**
   * @param sayWhere called for an id that comes twice; reads the file again and throws
   */
  public RowPlaces(SolutionColumns columns, Runnable sayWhere) {
    this.columns = columns;
    this.index = IdIndex.of(columns.ids());
    this.sayWhere = sayWhere;
  }

  /** The place of a row's solution, counted from 0; empty if the data lacks it. */
  public OptionalInt of(String id) {
    OptionalInt place = index.find(id);
    boolean twice = place.isPresent() ? met.get(place.getAsInt()) : !others.add(id);
    if (twice) {
      sayWhere.run();
    }
    if (place.isPresent()) {
      met.set(place.getAsInt());
    } else {
      inOrder.add(id);
    }
    return place;
  }

  /**
   * Requires that every solution had a row.
   *
   * @throws IllegalArgumentException if one had none
   */
  public void requireAll(Path file) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!met.get(i)) {
        missing.add(columns.ids().get(i));
      }
    }
    RowsById.require(missing, file, "missing; every solution needs a row");
  }

  /** Requires that every row had a solution in {@code data}. */
  public void requireKnown(Path data, Path file) {
    RowsById.require(inOrder, file, "not in " + data);
  }
}
