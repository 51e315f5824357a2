package org.prmlab.prm;

import java.util.Set;

/** From logits to probabilities. */
final class Links {
  private Links() {}

  /** 1 / (1 + exp(-x)), without overflow. */
  static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  /** The probability of one of two classes. */
  static double softmax(float[] logits, int wanted) {
    if (logits.length != 2) {
      throw new IllegalArgumentException(
          logits.length + " classes; expected 2: head of another PRM family?");
    }
    return sigmoid((double) logits[wanted] - logits[1 - wanted]);
  }

  /** The probability of some of several classes together. */
  static double softmax(float[] logits, Set<Integer> wanted) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double all = 0;
    double some = 0;
    for (int i = 0; i < logits.length; i++) {
      double weight = Math.exp(logits[i] - largest);
      all += weight;
      some += wanted.contains(i) ? weight : 0;
    }
    return some / all;
  }
}
