package org.prmlab.stats;

import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** The resamples of a difference, of which only how many lie on either side of 0 is kept. */
public final class PairedDraws implements Consumer<double[]> {
  private long below;
  private long above;
  private int resamples;

  @Override
  public void accept(double[] differences) {
    below = DoubleStream.of(differences).filter(d -> d <= 0).count();
    above = DoubleStream.of(differences).filter(d -> d >= 0).count();
    resamples = differences.length;
  }

  /** Two-sided: twice the smaller share on either side, at least 1 / (resamples + 1). */
  public double pValue() {
    return Math.min(1, 2.0 * (Math.min(below, above) + 1) / (resamples + 1));
  }
}
