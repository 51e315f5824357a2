package org.prmlab.model;

/**
 * The shape of a decoder, from {@code config.json}.
 *
 * @param architecture name of the class it was saved from, e.g. {@code Qwen2ForProcessRewardModel}
 * @param modelType {@code qwen2}, {@code llama} or {@code mistral}
 * @param hidden width of the stream
 * @param kvHeads key and value heads; a divisor of {@code heads}
 * @param maxPositions longest context, in tokens
 * @param window how many positions back a token sees, itself included; 0 for all
 * @param epsilon of the RMS norms
 * @param output where the output embedding comes from
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
    int window,
    double epsilon,
    OutputEmbedding output,
    RotaryEmbedding rotary) {

  /** Whether the output embedding is a matrix of its own or the input embedding. */
  enum OutputEmbedding {
    OWN,
    TIED
  }

  /** Whether queries, keys and values have biases: in Qwen2 always, elsewhere never. */
  boolean hasBiases() {
    return modelType.equals("qwen2");
  }
}
