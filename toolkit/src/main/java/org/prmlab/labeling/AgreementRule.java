package org.prmlab.labeling;

import java.util.Locale;
import org.prmlab.evaluation.PairColumns;

/** When two sources agree on a solution. */
public enum AgreementRule {
  /** They name the same first error, or both none (the paper, section 3.1.3). */
  FIRST_ERROR,
  /** As first error, and every step that both label has the same class. */
  EVERY_STEP,
  /** Both find an error, wherever, or both find none. */
  VERDICT;

  /** In words: {@code first error}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What {@link #agrees} says of a pair that is left open. */
  static final byte OPEN = -1;

  /**
   * Whether the sources agree on a pair.
   *
   * @return 1 if they do, 0 if not, {@link #OPEN} if the labels of either leave its verdict open
   */
  byte agrees(PairColumns.Classes classes, int pair) {
    int first = classes.firstError(pair);
    int second = classes.secondError(pair);
    if (first == PairColumns.Classes.OPEN || second == PairColumns.Classes.OPEN) {
      return OPEN;
    }
    boolean agrees =
        switch (this) {
          case FIRST_ERROR -> first == second;
          case EVERY_STEP -> first == second && classes.sameSteps(pair);
          case VERDICT -> first < 0 == second < 0;
        };
    return (byte) (agrees ? 1 : 0);
  }
}
