package org.prmlab.data;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Numbers many texts, such as ids, in the order in which they first came. A hash of 128 bits stands
 * for each, 24 to 32 bytes in all: among 100 million texts, the chance that any two share it is
 * below 1e-22.
 */
public final class TextNumbers {
  private static final long A = 0x9e3779b97f4a7c15L;
  private static final long B = 0xc2b2ae3d27d4eb4fL;

  private long[] hashes = new long[32]; // (texts, 2)
  private int[] table = new int[64]; // number + 1; 0 is free
  private int size;

  /** How many different texts there are. */
  public int size() {
    return size;
  }

  /** The number of a text, which is new if it is {@link #size()} before the call. */
  public int add(String text) {
    long[] hash = hash(text);
    int slot = slot(hash[0], hash[1]);
    if (table[slot] > 0) {
      return table[slot] - 1;
    }
    if (2 * size + 2 > hashes.length) {
      hashes = Arrays.copyOf(hashes, Growth.atLeast(2 * size + 2, hashes.length));
    }
    hashes[2 * size] = hash[0];
    hashes[2 * size + 1] = hash[1];
    table[slot] = ++size;
    if (2 * size > table.length) {
      enlarge();
    }
    return size - 1;
  }

  /** The number of a text; empty if it did not come. */
  public OptionalInt find(String text) {
    long[] hash = hash(text);
    int number = table[slot(hash[0], hash[1])];
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number - 1);
  }

  private static long[] hash(String text) {
    long high = A;
    long low = B;
    for (int i = 0; i < text.length(); i++) {
      high = (Long.rotateLeft(high, 29) ^ text.charAt(i)) * A;
      low = (Long.rotateLeft(low, 31) ^ text.charAt(i)) * B;
    }
    high = KeyHash.mix(high ^ text.length());
    return new long[] {high, KeyHash.mix(low ^ high)};
  }

  private int slot(long high, long low) {
    int mask = table.length - 1;
    int slot = (int) high & mask;
    while (table[slot] > 0
        && (hashes[2 * table[slot] - 2] != high || hashes[2 * table[slot] - 1] != low)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void enlarge() {
    table = new int[Math.multiplyExact(table.length, 2)];
    for (int i = 0; i < size; i++) {
      table[slot(hashes[2 * i], hashes[2 * i + 1])] = i + 1;
    }
  }
}
