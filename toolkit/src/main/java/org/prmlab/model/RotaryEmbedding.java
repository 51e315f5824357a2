package org.prmlab.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How positions turn queries and keys (RoFormer, arXiv 2104.09864), and how a longer context is
 * reached.
 *
 * @param theta base of the frequencies
 */
record RotaryEmbedding(double theta, Scaling scaling) {
  /** What is done to the frequencies. */
  sealed interface Scaling {}

  /** Nothing. */
  record Unscaled() implements Scaling {}

  /** All frequencies are divided by the factor. */
  record Linear(double factor) implements Scaling {}

  /**
   * Llama 3.1's scaling.
   *
   * @param factor divides frequencies whose wavelength exceeds {@code original / low}
   * @param low frequency factor, below {@code high}
   * @param high wavelengths under {@code original / high} stay as they are
   * @param original context length of pre-training, in tokens
   */
  record Llama(double factor, double low, double high, double original) implements Scaling {}

  /**
   * YaRN (arXiv 2309.00071, section 3.2): the slow frequencies are divided by the factor, the fast
   * ones stay, those between are mixed.
   *
   * @param low index of the pair from which on frequencies are mixed, counted from 0; need not be
   *     whole
   * @param high index of the pair from which on they are divided; above {@code low}
   * @param attentionFactor cosines and sines are multiplied by it
   */
  record Yarn(double factor, double low, double high, double attentionFactor) implements Scaling {}

  /**
   * Dynamic NTK: a row longer than the original context turns with a larger base, which grows with
   * its length; every row has the base of its own length.
   *
   * @param original context length of pre-training, in tokens
   */
  record Dynamic(double factor, int original) implements Scaling {}

  /** How long a row may be for its frequencies not to depend on its length, in tokens. */
  int fixedUpTo() {
    return scaling instanceof Dynamic dynamic ? dynamic.original() : Integer.MAX_VALUE;
  }

  /** Whether rows must be computed one by one, since padding would change what one of them says. */
  boolean dependsOnLength(List<TokenRow> rows) {
    return rows.stream().anyMatch(row -> row.length() > fixedUpTo());
  }

  /** The attributes of the decoder's source; a factor of 0 is for a scaling that is not used. */
  Map<String, Double> attributes() {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("theta", theta);
    all.put("linear_factor", scaling instanceof Linear linear ? linear.factor() : 0.0);
    Llama llama = scaling instanceof Llama used ? used : new Llama(0, 0, 1, 1);
    all.put("llama_factor", llama.factor());
    all.put("llama_low", llama.low());
    all.put("llama_high", llama.high());
    all.put("llama_original", llama.original());
    Yarn yarn = scaling instanceof Yarn used ? used : new Yarn(0, 0, 1, 1);
    all.put("yarn_factor", yarn.factor());
    all.put("yarn_low", yarn.low());
    all.put("yarn_high", yarn.high());
    all.put("attention_factor", yarn.attentionFactor());
    Dynamic dynamic = scaling instanceof Dynamic used ? used : new Dynamic(0, 1);
    all.put("dynamic_factor", dynamic.factor());
    all.put("dynamic_original", (double) dynamic.original());
    return all;
  }
}
