package org.prmlab.model;

import org.prmlab.model.RotaryEmbedding.Dynamic;
import org.prmlab.model.RotaryEmbedding.Linear;
import org.prmlab.model.RotaryEmbedding.Llama;
import org.prmlab.model.RotaryEmbedding.Scaling;
import org.prmlab.model.RotaryEmbedding.Unscaled;
import org.prmlab.model.RotaryEmbedding.Yarn;

/**
 * Reads the rotary embedding of {@code config.json}, in the old spelling ({@code rope_theta},
 * {@code rope_scaling}) or the new one ({@code rope_parameters}), as transformers' {@code
 * modeling_rope_utils.py} does.
 */
final class RotaryReader {
  private static final double MOST = 1e6;
  private static final double LONGEST = 1e9; // tokens
  private static final String ORIGINAL = "original_max_position_embeddings";

  private final ConfigFields config;
  private final ConfigFields rope;
  private final int headDim;
  private final int maxPositions;

  RotaryReader(ConfigFields config, int headDim, int maxPositions) {
    this.config = config;
    this.rope = config.inside(config.has("rope_parameters") ? "rope_parameters" : "rope_scaling");
    this.headDim = headDim;
    this.maxPositions = maxPositions;
  }

  RotaryEmbedding read() {
    boolean twice = config.has("rope_parameters") && config.has("rope_scaling");
    if (twice && !rope.json().equals(config.json().path("rope_scaling"))) {
      throw rope.error("rope_parameters and rope_scaling are both set and differ; remove one");
    }
    for (String layers : new String[] {"full_attention", "sliding_attention"}) {
      if (rope.has(layers)) {
        throw rope.error(
            "rope_parameters differ by layer ('%s'); supported is one for all", layers);
      }
    }
    ConfigFields partial = rope.has("partial_rotary_factor") ? rope : config;
    if (partial.has("partial_rotary_factor")
        && partial.real("partial_rotary_factor", 1, MOST) != 1) {
      throw rope.error(
          "partial_rotary_factor is %s; supported is 1",
          partial.json().path("partial_rotary_factor"));
    }
    ConfigFields home = rope.has("rope_theta") ? rope : config;
    double theta = home.real("rope_theta", 10_000, 1e12);
    return new RotaryEmbedding(theta, scaling(theta));
  }

  /** Longest context, in tokens, with the scaling. */
  int longest(RotaryEmbedding rotary) {
    if (rotary.scaling() instanceof Dynamic dynamic) {
      return (int) Math.min(Integer.MAX_VALUE, dynamic.factor() * dynamic.original());
    }
    return rotary.scaling() instanceof Yarn yarn
        ? (int) Math.max(maxPositions, Math.min(1 << 28, yarn.factor() * original()))
        : maxPositions;
  }

  private Scaling scaling(double theta) {
    String type = rope.text("rope_type", rope.text("type", "default"));
    return switch (type) {
      case "default" -> new Unscaled();
      case "linear" -> new Linear(factor());
      case "llama3" -> llama();
      case "yarn" -> yarn(theta);
      case "dynamic" -> dynamic();
      default ->
          throw rope.error(
              "rope type '%s'; supported are default, linear, dynamic, yarn and llama3", type);
    };
  }

  private double factor() {
    return rope.real("factor", 0, MOST);
  }

  private Llama llama() {
    double low = rope.real("low_freq_factor", 0, MOST);
    double high = rope.real("high_freq_factor", 0, MOST);
    if (low >= high) {
      throw rope.error("low_freq_factor %s is not below high_freq_factor %s", low, high);
    }
    return new Llama(factor(), low, high, original());
  }

  private Dynamic dynamic() {
    if (headDim < 4) {
      throw rope.error("head dimension %d; dynamic rope needs at least 4", headDim);
    }
    double factor = factor();
    if (factor < 1) {
      throw rope.error("factor is %s; dynamic rope expects at least 1", factor);
    }
    return new Dynamic(factor, maxPositions);
  }

  private Yarn yarn(double theta) {
    double factor = factor();
    // A pair turns this often over the original context: from fast on it is left as it is, up to
    // slow it is divided.
    double low = pair(orDefault("beta_fast", 32), theta);
    double high = pair(orDefault("beta_slow", 1), theta);
    if (!rope.has("truncate") || rope.isTrue("truncate")) {
      low = Math.floor(low);
      high = Math.ceil(high);
    }
    low = Math.max(low, 0);
    high = Math.min(high, headDim - 1);
    if (low > high) {
      throw rope.error(
          "yarn leaves no pair between beta_fast and beta_slow; expected beta_slow below");
    }
    return new Yarn(factor, low, low == high ? high + 0.001 : high, attentionFactor(factor));
  }

  /** Index of the pair that makes so many turns over the original context, not rounded. */
  private double pair(double turns, double theta) {
    return headDim * Math.log(original() / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
  }

  /** Outside the block first, as Phi-3 has it; the model's context if nowhere. */
  private double original() {
    if (config.has(ORIGINAL)) {
      return config.real(ORIGINAL, 0, LONGEST);
    }
    return rope.has(ORIGINAL) ? rope.real(ORIGINAL, 0, LONGEST) : maxPositions;
  }

  private double attentionFactor(double factor) {
    if (rope.has("attention_factor")) {
      return rope.real("attention_factor", 0, MOST);
    }
    double scale = orDefault("mscale", 0);
    double all = orDefault("mscale_all_dim", 0);
    return scale > 0 && all > 0
        ? magnitude(factor, scale) / magnitude(factor, all)
        : magnitude(factor, 1);
  }

  private static double magnitude(double factor, double scale) {
    return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
  }

  /** A number that counts as missing if it is 0. */
  private double orDefault(String field, double missing) {
    return rope.json().path(field).asDouble(0) == 0 ? missing : rope.real(field, missing, MOST);
  }
}
