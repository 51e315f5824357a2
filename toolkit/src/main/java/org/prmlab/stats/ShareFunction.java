package org.prmlab.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A quantity as a function of shares that rises or falls with each, such as F1 of two accuracies.
 *
 * @param shares what it is made of
 * @param value of the rates, in the order of the shares; NaN where it is undefined
 */
public record ShareFunction(List<ClusterShare> shares, ToDoubleFunction<double[]> value) {
  public ShareFunction {
    shares = List.copyOf(shares);
  }

  /** A share itself. */
  public static ShareFunction of(ClusterShare share) {
    return new ShareFunction(List.of(share), rates -> rates[0]);
  }

  /** Whether drawing clusters again tells how far off every share may be. */
  public boolean isResampled() {
    return shares.stream().allMatch(ClusterShare::isResampled);
  }

  /**
   * The interval from those of the shares: on each side the root of the sum of squares of what the
   * end of each share's interval takes away or adds, but never beyond what all ends together do.
   *
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe
   *     1998, method 10, for differences</a>
   * @see <a href="https://doi.org/10.1002/sim.3095">Zou and Donner 2008, for other functions</a>
   */
  public Estimate squareAndAdd(double level) {
    double[] rates = shares.stream().mapToDouble(ClusterShare::rate).toArray();
    double center = value.applyAsDouble(rates);
    double[] lowest = rates.clone();
    double[] highest = rates.clone();
    double down = 0;
    double up = 0;
    for (int i = 0; i < rates.length; i++) {
      Estimate share = shares.get(i).exact(level);
      double atLow = at(rates, i, share.low());
      double atHigh = at(rates, i, share.high());
      boolean rises = atLow <= atHigh;
      lowest[i] = rises ? share.low() : share.high();
      highest[i] = rises ? share.high() : share.low();
      down += square(center - Math.min(atLow, atHigh));
      up += square(Math.max(atLow, atHigh) - center);
    }
    double low = Math.max(center - Math.sqrt(down), orElse(lowest, center));
    double high = Math.min(center + Math.sqrt(up), orElse(highest, center));
    return new Estimate(center, Math.min(low, center), Math.max(high, center), level);
  }

  private double at(double[] rates, int i, double rate) {
    double[] changed = rates.clone();
    changed[i] = rate;
    return orElse(changed, value.applyAsDouble(rates));
  }

  private double orElse(double[] rates, double other) {
    double here = value.applyAsDouble(rates);
    return Double.isNaN(here) ? other : here;
  }

  private static double square(double side) {
    return side <= 0 ? 0 : side * side;
  }
}
