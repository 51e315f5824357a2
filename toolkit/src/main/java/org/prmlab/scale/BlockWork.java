package org.prmlab.scale;

import java.util.Optional;

/**
 * Work to be done in blocks.
 *
 * @param first the file whose records and order decide the blocks
 * @param second a file whose records are joined to them by id
 * @param function what is computed of a block
 * @param size records in a block; at least 1
 * @param parts where the results of blocks are committed
 */
public record BlockWork(
    InputFile first,
    Optional<InputFile> second,
    BlockFunction function,
    int size,
    CommittedBlocks parts) {
  public BlockWork {
    if (size < 1) {
      throw new IllegalArgumentException(size + " records in a block; at least 1 expected");
    }
  }
}
