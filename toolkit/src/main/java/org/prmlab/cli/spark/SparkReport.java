package org.prmlab.cli.spark;

import java.nio.file.Path;
import java.util.Locale;
import org.prmlab.scale.BlockRun;

/**
 * What a run on a cluster did.
 *
 * @param solutions in the file
 * @param blocks they make
 * @param resumedBlocks of these, how many an earlier run had committed
 * @param seconds this run took, connecting included
 */
record SparkReport(long solutions, int blocks, int resumedBlocks, double seconds, Path out) {
  static SparkReport of(BlockRun run, double seconds, Path out) {
    return new SparkReport(run.records(), run.blocks(), run.resumed(), seconds, out);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d solutions in %d blocks (%d of them by an earlier run) in %.1f s -> %s",
        solutions,
        blocks,
        resumedBlocks,
        seconds,
        out);
  }
}
