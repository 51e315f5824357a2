package org.prmlab.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The problem of each solution: a number, and a hash of 128 bits in place of its key. */
public final class ProblemColumn {
  private final int[] numbers; // (solutions)
  private final long[] hashes; // (problems, 3): of the text, of both, of the id

  private ProblemColumn(int[] numbers, long[] hashes) {
    this.numbers = numbers;
    this.hashes = hashes;
  }

  /** Number of a solution's problem, counted from 0 in order of first appearance. */
  public int of(int solution) {
    return numbers[solution];
  }

  /** How many problems there are. */
  public int size() {
    return hashes.length / 3;
  }

  /** For each problem, whether {@code other} has it too. */
  public boolean[] in(ProblemColumn other) {
    Builder known = new Builder();
    known.addAll(other);
    boolean[] found = new boolean[size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = known.contains(hashes[3 * i], hashes[3 * i + 1]);
    }
    return found;
  }

  /** For each problem, whether {@code other} has one of the same text, whatever its id. */
  public boolean[] textIn(ProblemColumn other) {
    long[] texts = IntStream.range(0, other.size()).mapToLong(i -> other.hashes[3 * i]).toArray();
    Arrays.sort(texts);
    boolean[] found = new boolean[size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = Arrays.binarySearch(texts, hashes[3 * i]) >= 0;
    }
    return found;
  }

  /**
   * The problems of whose id or text there are several, as {@link KeyConflicts} tells them; may
   * hold one too many.
   */
  public BitSet inConflict() {
    BitSet conflicts = new BitSet();
    addRepeated(0, conflicts);
    addRepeated(2, conflicts);
    return conflicts;
  }

  private void addRepeated(int column, BitSet to) {
    long[] all =
        IntStream.range(0, size()).mapToLong(i -> hashes[3 * i + column]).sorted().toArray();
    for (int i = 0; i < size(); i++) {
      long hash = hashes[3 * i + column];
      int place = Arrays.binarySearch(all, hash);
      boolean twice =
          (place > 0 && all[place - 1] == hash)
              || (place + 1 < all.length && all[place + 1] == hash);
      if (twice && hash != 0) {
        to.set(i);
      }
    }
  }

  /** Numbers problems. */
  static final class Builder {
    private int[] numbers = new int[16];
    private int solutions;
    private long[] hashes = new long[48];
    private int problems;
    private int[] table = new int[64]; // problem + 1; 0 is free

    void add(KeyHash key) {
      addNumber(number(key.text, key.both, key.id));
    }

    void addAll(ProblemColumn other) {
      int[] here = new int[other.size()];
      for (int i = 0; i < here.length; i++) {
        here[i] = number(other.hashes[3 * i], other.hashes[3 * i + 1], other.hashes[3 * i + 2]);
      }
      for (int number : other.numbers) {
        addNumber(here[number]);
      }
    }

    private void addNumber(int number) {
      if (solutions == numbers.length) {
        numbers = Arrays.copyOf(numbers, Growth.atLeast(solutions + 1, solutions));
      }
      numbers[solutions++] = number;
    }

    boolean contains(long high, long low) {
      return table[slot(high, low)] != 0;
    }

    private int number(long high, long low, long id) {
      int slot = slot(high, low);
      if (table[slot] == 0) {
        if (3 * problems + 3 > hashes.length) {
          hashes = Arrays.copyOf(hashes, Growth.atLeast(hashes.length + 3, hashes.length));
        }
        hashes[3 * problems] = high;
        hashes[3 * problems + 1] = low;
        hashes[3 * problems + 2] = id;
        table[slot] = ++problems;
        if (problems > table.length / 3) {
          enlarge();
        }
        return problems - 1;
      }
      return table[slot] - 1;
    }

    private int slot(long high, long low) {
      int mask = table.length - 1;
      int slot = (int) high & mask;
      while (table[slot] != 0 && !is(table[slot] - 1, high, low)) {
        slot = slot + 1 & mask;
      }
      return slot;
    }

    private boolean is(int problem, long high, long low) {
      return hashes[3 * problem] == high && hashes[3 * problem + 1] == low;
    }

    private void enlarge() {
      table = new int[Math.multiplyExact(table.length, 4)];
      for (int i = 0; i < problems; i++) {
        table[slot(hashes[3 * i], hashes[3 * i + 1])] = i + 1;
      }
    }

    ProblemColumn build() {
      return new ProblemColumn(
          Arrays.copyOf(numbers, solutions), Arrays.copyOf(hashes, 3 * problems));
    }
  }
}
