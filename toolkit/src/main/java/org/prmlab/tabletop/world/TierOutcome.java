package org.prmlab.tabletop.world;

/**
 * What a PRM does on one tier. Shares are in [0, 1].
 *
 * @param min accuracy of Best-of-8 by the least step score
 * @param product by the product of the step scores
 * @param last by the last step's score
 * @param errorAccuracy first errors located exactly, among solutions with an error; threshold 0.5
 * @param correctAccuracy solutions without an error not flagged; threshold 0.5
 * @param tunedErrorAccuracy the first again, at the threshold tuned on other problems
 * @param tunedCorrectAccuracy the second again, at that threshold
 * @param flawedLocated first errors located exactly among right answers by a wrong process
 * @param minimumAtEnd solutions whose least score is the last one, ties left out
 */
public record TierOutcome(
    double min,
    double product,
    double last,
    double errorAccuracy,
    double correctAccuracy,
    double tunedErrorAccuracy,
    double tunedCorrectAccuracy,
    double flawedLocated,
    double minimumAtEnd) {

  /** F1 of step errors at 0.5. */
  public double f1() {
    return harmonic(errorAccuracy, correctAccuracy);
  }

  /** F1 of step errors at the tuned threshold. */
  public double tunedF1() {
    return harmonic(tunedErrorAccuracy, tunedCorrectAccuracy);
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }
}
