package org.prmlab.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Alternating runs of the toolkit and its peer, one warm-up each before.
 *
 * @param work what both did
 * @param peer what it was compared with
 * @param seconds of the toolkit's runs
 * @param peerSeconds of the peer's runs
 */
record SideBySide(String work, String peer, List<Double> seconds, List<Double> peerSeconds) {
  /** Measures; each supplier does the work once and gives its seconds. */
  static SideBySide of(String work, String peer, DoubleSupplier[] both, int runs) {
    double[] ours = new double[runs + 1];
    double[] theirs = new double[runs + 1];
    for (int i = 0; i <= runs; i++) {
      ours[i] = both[0].getAsDouble();
      theirs[i] = both[1].getAsDouble();
    }
    return new SideBySide(
        work,
        peer,
        Arrays.stream(ours).skip(1).boxed().toList(),
        Arrays.stream(theirs).skip(1).boxed().toList());
  }

  /** How many times faster the toolkit is: the median of the runs' ratios. */
  public double ratio() {
    return ratios()[ratios().length / 2];
  }

  private double[] ratios() {
    double[] ratios = new double[seconds.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = peerSeconds.get(i) / seconds.get(i);
    }
    Arrays.sort(ratios);
    return ratios;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  @Override
  public String toString() {
    double[] ratios = ratios();
    return String.format(
        Locale.ROOT,
        "%s against %s: %.2fx [%.2f to %.2f in %d runs], medians %.3f s and %.3f s",
        work,
        peer,
        ratio(),
        ratios[0],
        ratios[ratios.length - 1],
        ratios.length,
        median(seconds),
        median(peerSeconds));
  }
}
