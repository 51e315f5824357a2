package org.prmlab.stats;

import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * McNemar's test: do two systems solve the same items equally often? Only the items that one of
 * them solves and the other does not tell.
 *
 * @param onlyFirst items the first system alone gets right
 * @param onlySecond items the second system alone gets right
 * @param exactP two-sided p-value of the exact binomial test; 1 when they never differ
 * @param chiSquaredP p-value of the chi-squared form with continuity correction; 1 when they never
 *     differ
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar 1947</a>
 */
public record McNemar(int onlyFirst, int onlySecond, double exactP, double chiSquaredP) {
  /**
   * @param first whether the first system got item i right
   * @param second the same for the second system, same items in the same order
   */
  public static McNemar of(List<Boolean> first, List<Boolean> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          first.size() + " and " + second.size() + " items; pairs of the same items expected");
    }
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < first.size(); i++) {
      onlyFirst += first.get(i) && !second.get(i) ? 1 : 0;
      onlySecond += second.get(i) && !first.get(i) ? 1 : 0;
    }
    return ofDiscordant(onlyFirst, onlySecond);
  }

  /** The test from the two counts that matter. */
  public static McNemar ofDiscordant(int onlyFirst, int onlySecond) {
    int differing = onlyFirst + onlySecond;
    if (differing == 0) {
      return new McNemar(0, 0, 1, 1);
    }
    double exact =
        BinomialTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .test(differing, onlyFirst, 0.5)
            .getPValue();
    double distance = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1);
    double statistic = distance * distance / differing;
    double chiSquared = ChiSquaredDistribution.of(1).survivalProbability(statistic);
    return new McNemar(onlyFirst, onlySecond, exact, chiSquared);
  }

  /**
   * What the test says.
   *
   * @param items what is counted, e.g. {@code solutions}
   */
  public String text(String items) {
    String p = exactP < .0001 ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", exactP);
    return "%d %s right by the first only, %d by the second only; McNemar's exact test, which takes them for independent: p %s"
        .formatted(onlyFirst, items, onlySecond, p);
  }
}
