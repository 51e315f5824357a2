package org.prmlab.llm;

/**
 * Which of a prompt's samples are meant. Every sample has its own random numbers, made from the
 * seed, the prompt and its index: so more can be drawn later without drawing the first again.
 *
 * @param first index, counted from 0
 * @param count at least 1
 */
public record SampleRange(int first, int count) {
  public SampleRange {
    if (first < 0 || count < 1) {
      throw new IllegalArgumentException(
          count + " samples from index " + first + "; at least one, from 0 on, expected");
    }
  }

  /** The first {@code count} samples. */
  public static SampleRange ofFirst(int count) {
    return new SampleRange(0, count);
  }

  /** The index behind the last. */
  public int end() {
    return first + count;
  }
}
