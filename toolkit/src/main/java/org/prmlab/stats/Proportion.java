package org.prmlab.stats;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How many of how many, of independent trials. Rows that share a problem are not independent: use
 * {@link Bootstrap} with {@link Clusters} for them.
 *
 * @param successes in [0, trials]
 * @param trials at least 1: a rate of nothing is no number
 */
public record Proportion(int successes, int trials) {
  public Proportion {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          successes + " of " + trials + "; at least one trial and 0 <= successes <= trials needed");
    }
  }

  /** Successes by trials, in [0, 1]. */
  public double rate() {
    return (double) successes / trials;
  }

  /** Wilson's score interval: good coverage at every rate. */
  public Estimate wilson(double level) {
    return from(BinomialConfidenceInterval.WILSON_SCORE, level);
  }

  /** Clopper and Pearson's exact interval: never less than the stated coverage, hence wider. */
  public Estimate clopperPearson(double level) {
    return from(BinomialConfidenceInterval.CLOPPER_PEARSON, level);
  }

  /**
   * The central credible interval of the success probability after a uniform prior: Beta(1 +
   * successes, 1 + failures). What a Monte-Carlo estimate from few completions leaves open.
   *
   * @return its value is the rate, as a soft label states it, not the posterior mean
   */
  public Estimate beta(double level) {
    BetaDistribution posterior = BetaDistribution.of(1.0 + successes, 1.0 + trials - successes);
    double tail = (1 - level) / 2;
    return new Estimate(
        rate(),
        posterior.inverseCumulativeProbability(tail),
        posterior.inverseSurvivalProbability(tail),
        level);
  }

  private Estimate from(BinomialConfidenceInterval method, double level) {
    var bounds = method.fromErrorRate(trials, successes, 1 - level);
    return new Estimate(rate(), bounds.getLowerBound(), bounds.getUpperBound(), level);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d of %d (%.1f %%)", successes, trials, 100 * rate());
  }
}
