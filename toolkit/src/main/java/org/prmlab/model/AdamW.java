package org.prmlab.model;

/**
 * The optimizer: Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101),
 * in PyTorch's form, where the decay is multiplied by the learning rate.
 *
 * @param beta1 in [0, 1), memory of the mean gradient
 * @param beta2 in [0, 1), memory of the mean squared gradient
 * @param epsilon above 0
 * @param weightDecay at least 0, applied to all weights
 * @param largestNorm norm that the gradients of all weights together are scaled down to; 0 for no
 *     limit
 */
public record AdamW(
    double beta1, double beta2, double epsilon, double weightDecay, double largestNorm) {
  public AdamW {
    if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "betas %s and %s; expected both in [0, 1)".formatted(beta1, beta2));
    }
    if (!(epsilon > 0) || !(weightDecay >= 0) || !(largestNorm >= 0)) {
      throw new IllegalArgumentException(
          "epsilon %s, weight decay %s, largest norm %s; expected > 0, >= 0, >= 0"
              .formatted(epsilon, weightDecay, largestNorm));
    }
  }

  /** Betas 0.9 and 0.999, epsilon 1e-8, weight decay 0.01 as PyTorch; gradient norm at most 1. */
  public static AdamW withDefaults() {
    return new AdamW(0.9, 0.999, 1e-8, 0.01, 1);
  }

  public AdamW withBeta2(double beta2) {
    return new AdamW(beta1, beta2, epsilon, weightDecay, largestNorm);
  }

  public AdamW withWeightDecay(double weightDecay) {
    return new AdamW(beta1, beta2, epsilon, weightDecay, largestNorm);
  }

  public AdamW withLargestNorm(double largestNorm) {
    return new AdamW(beta1, beta2, epsilon, weightDecay, largestNorm);
  }
}
