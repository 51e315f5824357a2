package org.prmlab.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What clusters add to one sum; those that add nothing are left out. */
public final class SparseSum {
  private int[] clusters = new int[4];
  private double[] values = new double[4];
  private int size;
  private double total;
  private double largest = -1; // of the values; -1 until it is asked for
  private boolean whole; // no value has a fraction or is negative

  double total() {
    return total;
  }

  public void add(int cluster, double value) {
    if (value == 0) {
      return;
    }
    if (size == 0 || clusters[size - 1] != cluster) {
      if (size == clusters.length) {
        int length = size + (size >> 1) + 4;
        clusters = Arrays.copyOf(clusters, length);
        values = Arrays.copyOf(values, length);
      }
      clusters[size++] = cluster;
    }
    values[size - 1] += value;
    total += value;
    largest = -1;
  }

  /** Brings the entries into the order of the clusters. */
  void sort() {
    measure();
    boolean sorted = true;
    for (int i = 1; i < size && sorted; i++) {
      sorted = clusters[i - 1] <= clusters[i];
    }
    if (!sorted) {
      long[] order =
          IntStream.range(0, size).mapToLong(i -> (long) clusters[i] << 32 | i).sorted().toArray();
      int[] inOrder = new int[size];
      double[] valuesInOrder = new double[size];
      for (int i = 0; i < size; i++) {
        inOrder[i] = (int) (order[i] >>> 32);
        valuesInOrder[i] = values[(int) order[i]];
      }
      clusters = inOrder;
      values = valuesInOrder;
    }
  }

  IntStream clusters() {
    return IntStream.range(0, size).map(i -> clusters[i]);
  }

  /** Adds the sum of each of these clusters, which are in order and no fewer than have one. */
  void addTo(int[] some, double[] values) {
    int at = 0;
    for (int i = 0; i < size; i++) {
      while (some[at] < clusters[i]) {
        at++;
      }
      values[at] += this.values[i];
    }
  }

  /**
   * Adds the entries of a block to the sums of {@value DrawnBlock#LANES} resamples.
   *
   * @param entry the first that was not added yet
   * @param sums to add to, one a lane
   * @return the first entry behind the block
   */
  int weigh(int entry, DrawnBlock block, double[] sums) {
    int end = entry;
    while (end < size && clusters[end] < block.end()) {
      end++;
    }
    if (whole && block.fits(largest)) {
      weighWhole(entry, end, block, sums);
    } else {
      for (int lane = 0; lane < DrawnBlock.LANES; lane += 8) {
        weigh(entry, end, block, sums, lane);
      }
    }
    return end;
  }

  private void measure() {
    if (largest < 0) {
      largest = 0;
      whole = true;
      for (int i = 0; i < size; i++) {
        largest = Math.max(largest, values[i]);
        whole &= values[i] >= 0 && values[i] == Math.rint(values[i]);
      }
    }
  }

  /** All lanes as whole numbers, four in a long: the same sums, since all of them are exact. */
  private void weighWhole(int entry, int end, DrawnBlock block, double[] sums) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    long[] packed = block.packed();
    int first = block.begin();
    for (int i = entry; i < end; i++) {
      long value = (long) values[i];
      int t = (clusters[i] - first) * DrawnBlock.LONGS;
      a += value * packed[t];
      b += value * packed[t + 1];
      c += value * packed[t + 2];
      d += value * packed[t + 3];
    }
    block.unpack(a, 0, sums);
    block.unpack(b, 1, sums);
    block.unpack(c, 2, sums);
    block.unpack(d, 3, sums);
  }

  /** Eight lanes in registers. */
  private void weigh(int entry, int end, DrawnBlock block, double[] sums, int lane) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    double[] times = block.times();
    int shift = lane - block.begin() * DrawnBlock.LANES;
    for (int i = entry; i < end; i++) {
      double value = values[i];
      int t = clusters[i] * DrawnBlock.LANES + shift;
      a += value * times[t];
      b += value * times[t + 1];
      c += value * times[t + 2];
      d += value * times[t + 3];
      e += value * times[t + 4];
      f += value * times[t + 5];
      g += value * times[t + 6];
      h += value * times[t + 7];
    }
    sums[lane] += a;
    sums[lane + 1] += b;
    sums[lane + 2] += c;
    sums[lane + 3] += d;
    sums[lane + 4] += e;
    sums[lane + 5] += f;
    sums[lane + 6] += g;
    sums[lane + 7] += h;
  }
}
