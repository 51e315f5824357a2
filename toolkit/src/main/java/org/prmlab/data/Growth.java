package org.prmlab.data;

/** How arrays that collect grow. */
final class Growth {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private Growth() {}

  /** Half as long again, or as long as needed. */
  static int atLeast(int needed, int length) {
    if (needed > LARGEST) {
      throw new IllegalArgumentException(
          "more than %,d numbers in one column; divide the file".formatted(LARGEST));
    }
    return (int) Math.min(LARGEST, Math.max(needed, length + (length >> 1) + 16L));
  }
}
