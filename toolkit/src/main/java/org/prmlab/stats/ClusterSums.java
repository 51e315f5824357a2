package org.prmlab.stats;

import java.util.Arrays;
import java.util.List;

/**
 * What the rows of each cluster add to a few sums, by part: all that a resample needs of the rows.
 * A row may belong to several parts, or to none.
 */
public final class ClusterSums {
  private final PartSums[] parts;

  /**
   * @param parts such as step positions, generators, thresholds
   * @param columns sums of each part
   */
  public ClusterSums(int parts, int columns) {
    this.parts = new PartSums[parts];
    Arrays.setAll(this.parts, p -> new PartSums(columns));
  }

  public int size() {
    return parts.length;
  }

  List<PartSums> parts() {
    return List.of(parts);
  }

  public PartSums part(int part) {
    return parts[part];
  }

  /** The sums of a part over all clusters. */
  public double[] total(int part) {
    return parts[part].totals();
  }
}
