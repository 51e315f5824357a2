package org.prmlab.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which rows belong together when rows are drawn again: all solutions of one problem come and go as
 * one, since they share its difficulty.
 *
 * <p>Clusters may lie in strata; then each stratum is drawn from separately and keeps its size.
 */
public final class Clusters {
  private final int[] clusterOfRow;
  private final int clusters;
  private final List<int[]> strata;

  private Clusters(int[] clusterOfRow, int clusters, List<int[]> strata) {
    this.clusterOfRow = clusterOfRow;
    this.clusters = clusters;
    this.strata = strata;
  }

  /** Every row on its own. */
  public static Clusters ofRows(int rows) {
    int[] own = new int[rows];
    Arrays.setAll(own, i -> i);
    return new Clusters(own, rows, List.of(own.clone()));
  }

  /** Rows with equal keys form a cluster, whichever type the key has. */
  public static Clusters by(List<?> keys) {
    return of(keys, keys.stream().map(k -> "").toList());
  }

  /**
   * Rows with equal numbers form a cluster; {@code kinds} as in {@link #of}, as numbers from 0 to
   * 1.
   */
  public static Clusters ofNumbers(int[] numbers, byte[] kinds) {
    int[] here = new int[Arrays.stream(numbers).max().orElse(0) + 1];
    int[] clusterOfRow = new int[numbers.length];
    byte[] kindsOfCluster = new byte[numbers.length];
    int clusters = 0;
    for (int row = 0; row < numbers.length; row++) {
      if (here[numbers[row]] == 0) {
        here[numbers[row]] = ++clusters;
      }
      clusterOfRow[row] = here[numbers[row]] - 1;
      kindsOfCluster[clusterOfRow[row]] |= (byte) (1 << kinds[row]);
    }
    List<int[]> strata = new ArrayList<>();
    for (int kind : new int[] {3, 1, 2}) { // as strata are ordered by name: both, first, second
      int[] members = members(kindsOfCluster, clusters, kind);
      if (members.length > 0) {
        strata.add(members);
      }
    }
    return new Clusters(clusterOfRow, clusters, strata);
  }

  private static int[] members(byte[] kinds, int clusters, int kind) {
    return IntStream.range(0, clusters).filter(c -> kinds[c] == kind).toArray();
  }

  /** Rows with equal numbers form a cluster. */
  public static Clusters ofNumbers(int[] numbers) {
    return ofNumbers(numbers, new byte[numbers.length]);
  }

  /**
   * Rows with equal keys form a cluster; clusters whose rows carry the same set of kinds form a
   * stratum. With kinds "error" and "correct", problems that have both are a stratum of their own,
   * so no resample is without either kind.
   *
   * @param keys one a row
   * @param kinds one a row
   */
  public static Clusters of(List<?> keys, List<String> kinds) {
    if (keys.size() != kinds.size()) {
      throw new IllegalArgumentException(
          keys.size() + " keys but " + kinds.size() + " kinds; one of each a row expected");
    }
    Map<Object, Integer> index = new HashMap<>();
    List<Set<String>> kindsOfCluster = new ArrayList<>();
    int[] clusterOfRow = new int[keys.size()];
    for (int row = 0; row < clusterOfRow.length; row++) {
      int next = index.size();
      int cluster = index.computeIfAbsent(keys.get(row), k -> next);
      if (cluster == next) {
        kindsOfCluster.add(new TreeSet<>());
      }
      kindsOfCluster.get(cluster).add(kinds.get(row));
      clusterOfRow[row] = cluster;
    }
    return new Clusters(clusterOfRow, index.size(), strata(kindsOfCluster));
  }

  private static List<int[]> strata(List<Set<String>> kindsOfCluster) {
    Map<String, List<Integer>> members = new TreeMap<>();
    for (int c = 0; c < kindsOfCluster.size(); c++) {
      members.computeIfAbsent(kindsOfCluster.get(c).toString(), k -> new ArrayList<>()).add(c);
    }
    return members.values().stream()
        .map(m -> m.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** The rows of several one behind the other, each with its own clusters and strata. */
  public static Clusters joined(List<Clusters> some) {
    int[] clusterOfRow = new int[some.stream().mapToInt(Clusters::rows).sum()];
    List<int[]> strata = new ArrayList<>();
    int row = 0;
    int clusters = 0;
    for (Clusters one : some) {
      int before = clusters;
      for (int own : one.clusterOfRow) {
        clusterOfRow[row++] = before + own;
      }
      one.strata.forEach(s -> strata.add(IntStream.of(s).map(c -> before + c).toArray()));
      clusters += one.clusters;
    }
    return new Clusters(clusterOfRow, clusters, strata);
  }

  /** How many rows there are. */
  public int rows() {
    return clusterOfRow.length;
  }

  /** How many clusters there are. */
  public int size() {
    return clusters;
  }

  /** How many strata there are. */
  public int strata() {
    return strata.size();
  }

  /** The cluster of a row, counted from 0 in order of first appearance. */
  public int of(int row) {
    return clusterOfRow[row];
  }

  /** The share that these values have of one a row. */
  ClusterShare share(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return share(values, ones);
  }

  /**
   * The share that {@code hits} have of {@code items}, both one a row.
   *
   * @throws IllegalArgumentException if a cluster has more hits than items
   */
  ClusterShare share(double[] hits, double[] items) {
    return ClusterShare.of(sums(hits), sums(items));
  }

  /** The sum of the values of each cluster. */
  double[] sums(double[] values) {
    double[] sums = new double[clusters];
    for (int row = 0; row < values.length; row++) {
      sums[clusterOfRow[row]] += values[row];
    }
    return sums;
  }

  /**
   * Draws clusters with replacement, stratum by stratum.
   *
   * @return how often each row was drawn
   */
  int[] draw(UniformRandomProvider random) {
    int[] times = times(random);
    int[] weights = new int[clusterOfRow.length];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = times[clusterOfRow[row]];
    }
    return weights;
  }

  /** As {@link #draw}: how often each cluster was drawn. */
  int[] times(UniformRandomProvider random) {
    int[] times = new int[clusters];
    for (int[] stratum : strata) {
      byte[] drawn = new byte[stratum.length]; // a quarter of the memory that is hit at random
      for (int i = 0; i < stratum.length; i++) {
        int member = random.nextInt(stratum.length);
        if (++drawn[member] == Byte.MAX_VALUE) {
          times[stratum[member]] += drawn[member];
          drawn[member] = 0;
        }
      }
      for (int i = 0; i < stratum.length; i++) {
        times[stratum[i]] += drawn[i];
      }
    }
    return times;
  }
}
