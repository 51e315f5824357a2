package org.prmlab.spark;

import org.apache.spark.Partitioner;

/** Sends the record at a position to the task of its block. */
final class BlockPartitioner extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int size;
  private final int blocks;

  BlockPartitioner(int size, int blocks) {
    this.size = size;
    this.blocks = blocks;
  }

  @Override
  public int numPartitions() {
    return blocks;
  }

  @Override
  public int getPartition(Object index) {
    return Math.toIntExact((Long) index / size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockPartitioner that && size == that.size && blocks == that.blocks;
  }

  @Override
  public int hashCode() {
    return 31 * size + blocks;
  }
}
