package org.prmlab.model;

/**
 * How positions turn queries and keys (RoFormer, arXiv 2104.09864), and how a longer context is
 * reached: not at all, by dividing all frequencies, or as Llama 3.1 does, low frequencies only.
 *
 * @param theta base of the frequencies
 * @param linearFactor all frequencies are divided by it; 0 for none
 * @param llama low frequencies are divided as this says; its factor is 0 for none
 */
record RotaryEmbedding(double theta, double linearFactor, LlamaScaling llama) {
  /**
   * Llama 3.1's scaling.
   *
   * @param factor divides frequencies whose wavelength exceeds {@code original / low}
   * @param low frequency factor, below {@code high}
   * @param high wavelengths under {@code original / high} stay as they are
   * @param original context length of pre-training, in tokens
   */
  record LlamaScaling(double factor, double low, double high, double original) {
    static final LlamaScaling NONE = new LlamaScaling(0, 0, 1, 1);
  }
}
