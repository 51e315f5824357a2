package org.prmlab.data;

/**
 * A step label in 64 bits: a soft label is the bits of its number, the other kinds are negative.
 */
public final class LabelCode {
  private static final long NEGATIVE = -8;
  private static final long NEUTRAL = -7;
  private static final long POSITIVE = -6;
  private static final int BITS = 20;
  private static final long MOST = (1L << BITS) - 1;
  private static final long CORRECT = -1;
  private static final long INCORRECT = -2;
  private static final long UNLABELED = -3;

  private LabelCode() {}

  /** The bits of a label. */
  public static long packed(StepLabel label) {
    if (label instanceof StepLabel.Hard hard) {
      return hard == StepLabel.Hard.CORRECT ? CORRECT : INCORRECT;
    }
    if (label instanceof StepLabel.MonteCarlo counts) {
      return rollouts(counts.correct(), counts.total(), counts.tried());
    }
    if (label instanceof StepLabel.Soft soft) {
      return soft(soft.probability());
    }
    return label instanceof StepLabel.Rating rating ? rating(rating) : UNLABELED;
  }

  private static long rating(StepLabel.Rating rating) {
    return switch (rating) {
      case NEGATIVE -> NEGATIVE;
      case NEUTRAL -> NEUTRAL;
      case POSITIVE -> POSITIVE;
    };
  }

  /** The bits of a hard label. */
  public static long hard(boolean correct) {
    return correct ? CORRECT : INCORRECT;
  }

  /** The bits of a step without a label. */
  public static long unlabeled() {
    return UNLABELED;
  }

  /** The bits of a soft label in [0, 1]. */
  public static long soft(double probability) {
    return Double.doubleToLongBits(probability + 0.0); // no negative zero
  }

  /**
   * The bits of a count of rollouts, as {@link StepLabel.MonteCarlo} has it.
   *
   * @throws IllegalArgumentException if there are a million of them
   */
  public static long rollouts(int correct, int total, int tried) {
    if (tried > MOST) {
      throw new IllegalArgumentException(
          "%,d rollouts of one step; at most %,d expected".formatted(tried, MOST));
    }
    return Long.MIN_VALUE | ((long) correct << (2 * BITS)) | ((long) total << BITS) | tried;
  }

  /** The label of these bits. */
  public static StepLabel unpacked(long bits) {
    if (bits >= 0) {
      return StepLabel.soft(Double.longBitsToDouble(bits));
    }
    if (bits == CORRECT || bits == INCORRECT) {
      return bits == CORRECT ? StepLabel.Hard.CORRECT : StepLabel.Hard.INCORRECT;
    }
    if (bits == UNLABELED) {
      return StepLabel.Unlabeled.UNLABELED;
    }
    if (bits >= NEGATIVE) {
      return bits == NEGATIVE
          ? StepLabel.Rating.NEGATIVE
          : bits == NEUTRAL ? StepLabel.Rating.NEUTRAL : StepLabel.Rating.POSITIVE;
    }
    return new StepLabel.MonteCarlo(
        (int) ((bits >>> (2 * BITS)) & MOST), (int) ((bits >>> BITS) & MOST), (int) (bits & MOST));
  }

  static boolean isRate(long bits) {
    return bits >= 0 || bits < NEGATIVE;
  }
}
