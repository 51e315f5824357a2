package org.prmlab.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.prmlab.data.TextNumbers;

/** Where the records of a journal lie, by key: some 60 bytes a record, whatever it holds. */
public final class JournalIndex {
  private final TextNumbers keys = new TextNumbers();
  private int[] last = new int[16]; // (keys): the newest record
  private int[] before = new int[16]; // (records): the next older one of the same key, or -1
  private int[] firsts = new int[16];
  private int[] counts = new int[16];
  private int[] lengths = new int[16];
  private long[] offsets = new long[16];
  private int size;

  /**
   * A record.
   *
   * @param place where it lies
   * @param first index of the first of its samples
   * @param count how many samples it holds
   */
  public record Entry(JsonJournal.Place place, int first, int count) {}

  /** Adds a record. */
  public void add(String key, Entry entry) {
    int keysBefore = keys.size();
    int number = keys.add(key);
    if (size == offsets.length) {
      int length = 2 * size;
      before = Arrays.copyOf(before, length);
      firsts = Arrays.copyOf(firsts, length);
      counts = Arrays.copyOf(counts, length);
      lengths = Arrays.copyOf(lengths, length);
      offsets = Arrays.copyOf(offsets, length);
    }
    if (number == last.length) {
      last = Arrays.copyOf(last, 2 * number);
    }
    before[size] = number == keysBefore ? -1 : last[number];
    firsts[size] = entry.first();
    counts[size] = entry.count();
    lengths[size] = entry.place().length();
    offsets[size] = entry.place().offset();
    last[number] = size++;
  }

  /** The records of a key, in the order in which they were added. */
  public List<Entry> of(String key) {
    List<Entry> entries = new ArrayList<>();
    OptionalInt number = keys.find(key);
    int at = number.isEmpty() ? -1 : last[number.getAsInt()];
    for (; at >= 0; at = before[at]) {
      JsonJournal.Place place = new JsonJournal.Place(offsets[at], lengths[at]);
      entries.add(0, new Entry(place, firsts[at], counts[at]));
    }
    return entries;
  }
}
