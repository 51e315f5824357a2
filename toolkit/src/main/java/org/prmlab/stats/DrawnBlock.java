package org.prmlab.stats;

import java.util.Arrays;

/** How often some neighbouring clusters were drawn in several resamples. */
final class DrawnBlock {
  /** Resamples at a time. */
  static final int LANES = 16;

  /** How many numbers hold those of a cluster in {@link #packed}. */
  static final int LONGS = 4;

  private static final int CLUSTERS = 1024;
  private static final int BITS = 16; // of a lane
  private static final long MOST = (1L << BITS) - 1;

  private final int[][] drawn; // (lanes or fewer, clusters)
  private final double[] times = new double[CLUSTERS * LANES]; // (clusters of the block, lanes)
  private final long[] packed = new long[CLUSTERS * LONGS];
  private long mostDrawn; // clusters of the block in one resample
  private boolean isSpread; // the times of this block, once they are asked for
  private int begin;
  private int end;

  DrawnBlock(int[][] drawn) {
    this.drawn = drawn;
  }

  /** Moves on; false at the end. */
  boolean next() {
    begin = end;
    end = Math.min(begin + CLUSTERS, drawn[0].length);
    mostDrawn = 0;
    isSpread = false;
    Arrays.fill(packed, 0);
    for (int lane = 0; lane < drawn.length; lane++) {
      int[] of = drawn[lane];
      int place = lane / LONGS;
      int shift = BITS * (lane % LONGS);
      long all = 0;
      for (int cluster = begin; cluster < end; cluster++) {
        packed[(cluster - begin) * LONGS + place] |= (of[cluster] & MOST) << shift;
        all += of[cluster];
      }
      mostDrawn = Math.max(mostDrawn, all);
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

  /** How often each cluster was drawn: (clusters of the block, lanes). */
  double[] times() {
    if (!isSpread) {
      for (int lane = 0; lane < drawn.length; lane++) {
        for (int cluster = begin; cluster < end; cluster++) {
          times[(cluster - begin) * LANES + lane] = drawn[lane][cluster];
        }
      }
      isSpread = true;
    }
    return times;
  }

  /** The same, four lanes in a long: (clusters of the block, longs). */
  long[] packed() {
    return packed;
  }

  /** Whether sums of whole values up to {@code largest} stay inside their lanes. */
  boolean fits(double largest) {
    return largest * mostDrawn <= MOST;
  }

  /** Adds the four sums in one long to those of their lanes. */
  void unpack(long four, int place, double[] sums) {
    for (int lane = 0; lane < LANES / LONGS; lane++) {
      sums[place * LONGS + lane] += (four >>> (BITS * lane)) & MOST;
    }
  }
}
