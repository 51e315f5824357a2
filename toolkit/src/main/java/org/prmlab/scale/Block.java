package org.prmlab.scale;

import java.util.List;
import java.util.Optional;

/**
 * Consecutive records of the first file, in its order.
 *
 * @param number position among the blocks, counted from 0
 * @param lines the records
 * @param gpu address of the GPU that the cluster gave this block, such as {@code 1}; absent where
 *     it schedules none
 */
public record Block(int number, List<JoinedLine> lines, Optional<String> gpu) {
  public Block {
    lines = List.copyOf(lines);
  }
}
