package org.prmlab.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.prmlab.model.TokenRow;

/** Lengths in tokens of a problem and of the steps of its solution. */
record BenchRow(int problem, List<Integer> steps) {
  /**
   * Random tokens of these lengths, read at each step's last one.
   *
   * @param problemSeed of the problem's tokens
   * @param stepSeed of the steps' tokens
   */
  TokenRow tokens(int vocabulary, long problemSeed, long stepSeed) {
    int length = problem + steps.stream().mapToInt(Integer::intValue).sum();
    int[] ids = new int[length];
    SplittableRandom first = new SplittableRandom(problemSeed);
    SplittableRandom rest = new SplittableRandom(stepSeed);
    for (int i = 0; i < length; i++) {
      ids[i] = (i < problem ? first : rest).nextInt(vocabulary);
    }
    int[] positions = new int[steps.size()];
    int at = problem - 1;
    for (int i = 0; i < positions.length; i++) {
      at += steps.get(i);
      positions[i] = at;
    }
    return TokenRow.of(Arrays.copyOf(ids, Math.min(length, 4096)), positions);
  }
}
