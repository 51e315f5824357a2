package org.prmlab.prm;

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
}
