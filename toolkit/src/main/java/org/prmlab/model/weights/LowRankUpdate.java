package org.prmlab.model.weights;

import java.util.Optional;

/**
 * What a LoRA adapter adds to a weight W of shape (out, in): W + scale * B A (Hu et al. 2021, arXiv
 * 2106.09685, section 4.1). With a magnitude m (DoRA: arXiv 2402.09353, equation 5) each row of
 * that sum is brought to the length m.
 *
 * @param a shape (rank, in)
 * @param b shape (out, rank)
 * @param magnitude shape (out)
 */
public record LowRankUpdate(
    StoredTensor a, StoredTensor b, double scale, Layer layer, Optional<StoredTensor> magnitude) {
  /** A linear layer, or an embedding, whose weight is the other way round: W + scale * (B A)'. */
  public enum Layer {
    LINEAR,
    EMBEDDING
  }
}
