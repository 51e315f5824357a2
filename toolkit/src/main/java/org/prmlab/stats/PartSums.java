package org.prmlab.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What the rows of each cluster add to the sums of one part. */
public final class PartSums {
  private final SparseSum[] columns;

  public PartSums(int columns) {
    this.columns = new SparseSum[columns];
    Arrays.setAll(this.columns, c -> new SparseSum());
  }

  /** Of columns that other parts may have too. */
  public PartSums(List<SparseSum> columns) {
    this.columns = columns.toArray(SparseSum[]::new);
  }

  public void add(int cluster, int column, double value) {
    columns[column].add(cluster, value);
  }

  List<SparseSum> columns() {
    return List.of(columns);
  }

  /** The sums over all clusters. */
  double[] totals() {
    return Arrays.stream(columns).mapToDouble(SparseSum::total).toArray();
  }

  void sort() {
    for (SparseSum column : columns) {
      column.sort();
    }
  }

  /** What each cluster of the part adds: (columns, clusters that add anything). */
  double[][] byCluster() {
    BitSet some = new BitSet();
    Arrays.stream(columns).forEach(column -> column.clusters().forEach(some::set));
    int[] clusters = some.stream().toArray();
    double[][] all = new double[columns.length][clusters.length];
    for (int column = 0; column < all.length; column++) {
      columns[column].addTo(clusters, all[column]);
    }
    return all;
  }
}
