package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha for names: agreement beyond chance among any number of sources, some of
 * which may not have judged some items. 1 is perfect, 0 is chance.
 *
 * @see <a href="https://repository.upenn.edu/handle/20.500.14332/2089">Krippendorff 2011, Computing
 *     Krippendorff's alpha-reliability</a>
 */
public final class KrippendorffAlpha {
  private final int[][] counts; // (items, categories): how many sources chose it
  private final int categories;

  private KrippendorffAlpha(int[][] counts, int categories) {
    this.counts = counts;
    this.categories = categories;
  }

  /**
   * Alpha of these items.
   *
   * @param items for each item the names its sources chose; a source that chose none is not there.
   *     Items with fewer than two names say nothing about agreement
   * @return empty if no item has two names, or all names are the same
   */
  public static OptionalDouble nominal(List<List<String>> items) {
    double alpha = of(items).weighted(ones(items.size()));
    return Double.isNaN(alpha) ? OptionalDouble.empty() : OptionalDouble.of(alpha);
  }

  /** Alpha of two sources; NaN where it is undefined. */
  public static double of(double[][] counts) {
    double all = 0;
    double squares = 0;
    double differ = 0;
    for (int i = 0; i < counts.length; i++) {
      double total = 0; // of the names that both sources give
      for (int j = 0; j < counts.length; j++) {
        total += counts[i][j] + counts[j][i];
        differ += i == j ? 0 : counts[i][j];
      }
      all += total;
      squares += total * total;
    }
    double expected = all * all - squares;
    return expected == 0 ? Double.NaN : 1 - (all - 1) * 2 * differ / expected;
  }

  public static KrippendorffAlpha of(List<List<String>> items) {
    List<String> names = items.stream().flatMap(List::stream).distinct().toList();
    int[][] counts = new int[items.size()][names.size()];
    for (int i = 0; i < counts.length; i++) {
      for (String name : items.get(i)) {
        counts[i][names.indexOf(name)]++;
      }
    }
    return new KrippendorffAlpha(counts, names.size());
  }

  /** NaN where it is undefined. */
  double weighted(int[] weights) {
    double[] totals = new double[categories];
    double observed = 0; // pairs within an item that differ
    for (int i = 0; i < counts.length; i++) {
      int sources = 0;
      for (int count : counts[i]) {
        sources += count;
      }
      if (sources >= 2) {
        double same = 0;
        for (int c = 0; c < categories; c++) {
          totals[c] += (double) weights[i] * counts[i][c];
          same += (double) counts[i][c] * counts[i][c];
        }
        observed += weights[i] * (sources * (double) sources - same) / (sources - 1);
      }
    }
    double all = Arrays.stream(totals).sum();
    double expected = all * all - Arrays.stream(totals).map(t -> t * t).sum();
    return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
  }

  private static int[] ones(int length) {
    int[] ones = new int[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
