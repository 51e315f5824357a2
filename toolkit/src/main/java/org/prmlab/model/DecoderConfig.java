package org.prmlab.model;

import java.util.OptionalInt;
import java.util.Set;

/**
 * The shape of a decoder, from {@code config.json}.
 *
 * @param architecture name of the class it was saved from, e.g. {@code Qwen2ForProcessRewardModel}
 * @param modelType {@code qwen2}, {@code qwen3}, {@code llama} or {@code mistral}
 * @param hidden width of the stream
 * @param kvHeads key and value heads; a divisor of {@code heads}
 * @param headDim numbers a head; need not be {@code hidden / heads}
 * @param maxPositions longest context, in tokens
 * @param epsilon of the RMS norms
 * @param output where the output embedding comes from
 * @param parts what its layers have beyond the weights that all have
 */
record DecoderConfig(
    String architecture,
    String modelType,
    int hidden,
    int layers,
    int heads,
    int kvHeads,
    int headDim,
    int intermediate,
    int vocabulary,
    int maxPositions,
    SlidingWindow window,
    double epsilon,
    OutputEmbedding output,
    RotaryEmbedding rotary,
    Set<LayerPart> parts) {
  private static final int NARROW = 256; // the tabletop's models are 64 and 168 wide

  DecoderConfig {
    parts = Set.copyOf(parts);
  }

  /** Threads that one call may use: those set; else one, if cores cannot share work so narrow. */
  OptionalInt threads(ComputeSettings settings) {
    boolean narrow = Math.max(hidden, intermediate) <= NARROW;
    return settings.threads().isEmpty() && narrow ? OptionalInt.of(1) : settings.threads();
  }

  /** Whether the output embedding is a matrix of its own or the input embedding. */
  enum OutputEmbedding {
    OWN,
    TIED
  }

  /** Weights that some models' layers have. */
  enum LayerPart {
    /** Biases of queries, keys and values: Qwen2. */
    ATTENTION_BIASES,
    /** A bias of the attention's output. */
    OUTPUT_BIAS,
    /** Biases of gate, up and down projection. */
    MLP_BIASES,
    /** An RMS norm of each query and one of each key: Qwen3. */
    HEAD_NORMS
  }

  boolean has(LayerPart part) {
    return parts.contains(part);
  }
}
