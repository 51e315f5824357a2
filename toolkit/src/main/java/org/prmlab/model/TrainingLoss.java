package org.prmlab.model;

/** What is made small at each read. */
public enum TrainingLoss {
  /** Natural log of the probability of the target's class, negative: hard labels. */
  CROSS_ENTROPY,
  /** Squared error of the softmax probability of class 1: soft labels. */
  SQUARED_ERROR
}
