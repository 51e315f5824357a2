package org.prmlab.training;

/** How a learning rate falls once it is warm. */
public enum RateDecay {
  /** Half a period of a cosine. */
  COSINE {
    @Override
    double factor(double progress) {
      return (1 + Math.cos(Math.PI * progress)) / 2;
    }
  },
  LINEAR {
    @Override
    double factor(double progress) {
      return 1 - progress;
    }
  },
  CONSTANT {
    @Override
    double factor(double progress) {
      return 1;
    }
  };

  /** From 1 down to 0 as {@code progress} goes from 0 to 1. */
  abstract double factor(double progress);
}
