package org.prmlab.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Alternating runs of the toolkit and its peer, one warm-up each before.
 *
 * @param work what both did
 * @param peer what it was compared with
 * @param seconds of the toolkit's runs
 * @param peerSeconds of the peer's runs
 * @param target the ratio aimed at, if one was set
 */
record SideBySide(
    String work,
    String peer,
    List<Double> seconds,
    List<Double> peerSeconds,
    @Nullable Double target) {
  /**
   * Measures; each supplier does the work once and gives its seconds.
   *
   * @param turns told a line after every turn, since one can take minutes
   */
  static SideBySide of(
      String work, String peer, DoubleSupplier[] both, int runs, Consumer<String> turns) {
    double[] ours = new double[runs + 1];
    double[] theirs = new double[runs + 1];
    for (int i = 0; i <= runs; i++) {
      ours[i] = both[0].getAsDouble();
      theirs[i] = both[1].getAsDouble();
      turns.accept(
          String.format(
              Locale.ROOT,
              "%s %s: %.3f s; %s: %.3f s",
              i == 0 ? "warm-up," : "run %d of %d,".formatted(i, runs),
              work,
              ours[i],
              peer,
              theirs[i]));
    }
    return new SideBySide(
        work,
        peer,
        Arrays.stream(ours).skip(1).boxed().toList(),
        Arrays.stream(theirs).skip(1).boxed().toList(),
        null);
  }

  /** The same with the ratio that was aimed at. */
  SideBySide aimingAt(double ratio) {
    return new SideBySide(work, peer, seconds, peerSeconds, ratio);
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
        "%s against %s: %.2fx [%.2f to %.2f in %d runs]%s, medians %.3f s and %.3f s",
        work,
        peer,
        ratio(),
        ratios[0],
        ratios[ratios.length - 1],
        ratios.length,
        target == null ? "" : String.format(Locale.ROOT, " (target %.1fx)", target),
        median(seconds),
        median(peerSeconds));
  }
}
