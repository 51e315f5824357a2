package org.prmlab.served;

import java.util.List;
import java.util.Locale;
import org.prmlab.prm.PrmFamily;

/**
 * What a family's head gives for a step, and how that becomes a probability.
 *
 * @param width numbers a step: 1 or 2
 * @param right which of two stands for right; 0 for one number
 */
record ServedHead(int width, int right) {
  /** How far from 1 two probabilities may sum: bfloat16 has three digits. */
  private static final double ROUNDING = 0.01;

  private static final float SURE = 10; // a logit

  static ServedHead of(PrmFamily family) {
    try {
      family.score(new float[] {0});
      return new ServedHead(1, 0);
    } catch (IllegalArgumentException e) {
      return new ServedHead(2, family.score(new float[] {0, SURE}) > 0.5 ? 1 : 0);
    }
  }

  /**
   * What the numbers of these solutions are, where the settings leave it open.
   *
   * @throws IllegalArgumentException if the numbers cannot tell
   */
  ScoreScale scale(List<RewardRows> answers) {
    if (width == 1) {
      throw new IllegalArgumentException(
          "the server gives one number a step, which may be a probability or a logit; say which"
              + " (--scale probabilities or logits): the answers are kept and not asked for again");
    }
    boolean sumToOne =
        answers.stream().flatMap(a -> a.rows().stream()).allMatch(ServedHead::isDistribution);
    return sumToOne ? ScoreScale.PROBABILITIES : ScoreScale.LOGITS;
  }

  private static boolean isDistribution(double[] pair) {
    return isProbability(pair[0])
        && isProbability(pair[1])
        && Math.abs(pair[0] + pair[1] - 1) <= ROUNDING;
  }

  private static boolean isProbability(double number) {
    return number >= 0 && number <= 1;
  }

  /**
   * The probability that a step is right.
   *
   * @param step for the error, counted from 0
   * @throws IllegalArgumentException if a probability lies outside [0, 1]
   */
  double probability(double[] row, ScoreScale scale, int step) {
    if (scale == ScoreScale.LOGITS) {
      return width == 1 ? sigmoid(row[0]) : sigmoid(row[right] - row[1 - right]);
    }
    if (!isProbability(row[right])) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "step %d has %s, outside [0, 1]: the server sends logits; say so (--scale logits),"
                  + " the answers are kept and not asked for again",
              step,
              row[right]));
    }
    return row[right];
  }

  private static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }
}
