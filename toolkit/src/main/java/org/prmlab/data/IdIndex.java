package org.prmlab.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds ids among many: a table of numbers, no object an id. */
public final class IdIndex {
  private static final int NONE = -1;

  private final TextColumn ids;
  private final int[] table;

  private IdIndex(TextColumn ids) {
    this.ids = ids;
    this.table = new int[Integer.highestOneBit(Math.max(8, ids.size())) << 2];
    Arrays.fill(table, NONE);
  }

  /**
   * An id that comes twice.
   *
   * @param first where it stands first, counted from 0
   * @param second where it stands again
   */
  public record Duplicate(String id, int first, int second) {}

  /** The index of ids that differ. */
  public static IdIndex of(TextColumn ids) {
    IdIndex index = new IdIndex(ids);
    index
        .fill()
        .ifPresent(
            d -> {
              throw new IllegalArgumentException(
                  "solutions %d and %d have the same id '%s'; ids must differ"
                      .formatted(d.first() + 1, d.second() + 1, d.id()));
            });
    return index;
  }

  /** The first id that stands there a second time. */
  public static Optional<Duplicate> duplicate(TextColumn ids) {
    return new IdIndex(ids).fill();
  }

  private Optional<Duplicate> fill() {
    for (int i = 0; i < ids.size(); i++) {
      int slot = slot(ids, i);
      if (table[slot] != NONE) {
        return Optional.of(new Duplicate(ids.get(i), table[slot], i));
      }
      table[slot] = i;
    }
    return Optional.empty();
  }

  /** Where an id of another column stands in this one, counted from 0. */
  public OptionalInt find(TextColumn other, int index) {
    if (index < ids.size() && ids.same(index, other, index)) {
      return OptionalInt.of(index);
    }
    int found = table[slot(other, index)];
    return found == NONE ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** Where an id stands, counted from 0. */
  public OptionalInt find(String id) {
    int found = table[slot(TextColumn.of(id), 0)];
    return found == NONE ? OptionalInt.empty() : OptionalInt.of(found);
  }

  private int slot(TextColumn texts, int index) {
    int mask = table.length - 1;
    int slot = texts.hash(index) >>> 7 & mask;
    while (table[slot] != NONE && !ids.same(table[slot], texts, index)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
