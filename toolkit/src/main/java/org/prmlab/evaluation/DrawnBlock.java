package org.prmlab.evaluation;

/** How often some neighbouring clusters were drawn in several resamples. */
final class DrawnBlock {
  /** Resamples at a time. */
  static final int LANES = 16;

  private static final int CLUSTERS = 1024;

  private final int[][] drawn; // (lanes or fewer, clusters)
  private final double[] times = new double[CLUSTERS * LANES]; // (clusters of the block, lanes)
  private int begin;
  private int end;

  DrawnBlock(int[][] drawn) {
    this.drawn = drawn;
  }

  /** Moves on; false at the end. */
  boolean next() {
    begin = end;
    end = Math.min(begin + CLUSTERS, drawn[0].length);
    for (int lane = 0; lane < drawn.length; lane++) {
      int[] of = drawn[lane];
      for (int cluster = begin; cluster < end; cluster++) {
        times[(cluster - begin) * LANES + lane] = of[cluster];
      }
    }
    return begin < end;
  }

  /** The first cluster of the block. */
  int begin() {
    return begin;
  }

  /** The cluster behind the last. */
  int end() {
    return end;
  }

  double[] times() {
    return times;
  }
}
