package org.prmlab.data;

import java.util.Arrays;

/** Numbers labels, packed as {@link LabelCode} does, in order of first appearance. */
final class LabelCodes {
  private long[] labels = new long[16];
  private int size;
  private int[] table = new int[64]; // code + 1; 0 is free

  int code(long label) {
    int slot = slot(label);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    if (size == labels.length) {
      labels = Arrays.copyOf(labels, Growth.atLeast(size + 1, size));
    }
    labels[size] = label;
    table[slot] = ++size;
    if (size > table.length / 3) {
      table = new int[Math.multiplyExact(table.length, 4)];
      for (int i = 0; i < size; i++) {
        table[slot(labels[i])] = i + 1;
      }
    }
    return size - 1;
  }

  private int slot(long label) {
    int mask = table.length - 1;
    long mixed = label * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (table[slot] != 0 && labels[table[slot] - 1] != label) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The labels by number. */
  long[] labels() {
    return Arrays.copyOf(labels, size);
  }
}
