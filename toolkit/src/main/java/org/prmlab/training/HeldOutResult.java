package org.prmlab.training;

import java.util.Locale;

/**
 * How good a model in training is on solutions that it does not learn from.
 *
 * @param step of the optimizer after which it was measured, from 1
 * @param loss mean over all labeled steps, of the kind that is trained with
 * @param f1 harmonic mean of two accuracies, in [0, 1]: the share of solutions with an error of
 *     which the first one is found, and of those without of which none is found (ProcessBench,
 *     arXiv 2412.06559, section 4). The first step scored at or below 0.5 is taken for the error.
 */
public record HeldOutResult(int step, double loss, double f1) {
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "held-out loss %.4f, F1 %.1f", loss, 100 * f1);
  }
}
