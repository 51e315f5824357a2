package org.prmlab.scale;

/**
 * What a run did; all blocks are committed.
 *
 * @param records records of the first file
 * @param blocks blocks they make
 * @param resumed of these, how many an earlier run had committed
 * @param secondOnly records of the second file without a partner in the first
 */
public record BlockRun(long records, int blocks, int resumed, long secondOnly) {}
