package org.prmlab.model;

/**
 * The shape of a new decoder, a Qwen2 with tied embeddings.
 *
 * @param hidden width of the stream, a multiple of {@code heads}
 * @param kvHeads key and value heads; a divisor of {@code heads}
 */
public record DecoderShape(
    int hidden, int layers, int heads, int kvHeads, int intermediate, int vocabulary, int context) {
  public DecoderShape {
    if (hidden < 1 || layers < 1 || kvHeads < 1 || intermediate < 1 || vocabulary < 1) {
      throw new IllegalArgumentException(
          "width %d, %d layers, %d key heads, %d wide inside, %d words; expected all above 0"
              .formatted(hidden, layers, kvHeads, intermediate, vocabulary));
    }
    if (heads % kvHeads != 0 || hidden % (2 * heads) != 0) {
      throw new IllegalArgumentException(
          "%d heads with %d key heads at width %d; expected key heads to divide heads, and twice the"
                  .formatted(heads, kvHeads, hidden)
              + " heads to divide the width");
    }
  }
}
