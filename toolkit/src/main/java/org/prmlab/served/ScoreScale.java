package org.prmlab.served;

/** What the numbers of a server are. */
public enum ScoreScale {
  /**
   * Told by the answers: pairs that lie in [0, 1] and sum to 1 are probabilities, other pairs are
   * logits. Single numbers cannot be told apart.
   */
  AUTO,
  /** The server has applied softmax or sigmoid. */
  PROBABILITIES,
  /** It has not: softmax of two numbers, sigmoid of one. */
  LOGITS
}
