package org.prmlab.evaluation;

import java.util.OptionalDouble;

/**
 * Cohen's kappa: agreement beyond what two sources with these frequencies reach by chance. 1 is
 * perfect, 0 is chance, negative is worse.
 *
 * @see <a href="https://doi.org/10.1177/001316446002000104">Cohen 1960</a>
 */
public final class CohenKappa {
  private CohenKappa() {}

  /** Kappa of a confusion; empty without items, or where chance alone agrees on all of them. */
  public static OptionalDouble of(Confusion confusion) {
    int size = confusion.categories().size();
    double[][] counts = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        counts[i][j] = confusion.count(i, j);
      }
    }
    double kappa = of(counts);
    return Double.isNaN(kappa) ? OptionalDouble.empty() : OptionalDouble.of(kappa);
  }

  /** NaN where it is undefined. */
  public static double of(double[][] counts) {
    double total = 0;
    double same = 0;
    double chance = 0;
    for (int i = 0; i < counts.length; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < counts.length; j++) {
        row += counts[i][j];
        column += counts[j][i];
      }
      total += row;
      same += counts[i][i];
      chance += row * column;
    }
    double expected = chance / (total * total);
    return expected == 1 ? Double.NaN : (same / total - expected) / (1 - expected);
  }
}
