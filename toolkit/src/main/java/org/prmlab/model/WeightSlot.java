package org.prmlab.model;

import static org.prmlab.model.DecoderConfig.LayerPart.ATTENTION_BIASES;
import static org.prmlab.model.DecoderConfig.LayerPart.HEAD_NORMS;
import static org.prmlab.model.DecoderConfig.LayerPart.MLP_BIASES;
import static org.prmlab.model.DecoderConfig.LayerPart.OUTPUT_BIAS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One weight of the decoder: the tensors of the checkpoint that lie in it, one under the other.
 *
 * @param columns numbers a row; 0 for a vector
 */
record WeightSlot(List<Part> parts, int columns) {
  /** A tensor of the checkpoint and the rows of it that are wanted. */
  public record Part(String name, int rows, int firstRow, int storedRows) {
    public static Part whole(String name, int rows) {
      return new Part(name, rows, 0, rows);
    }
  }

  WeightSlot {
    parts = List.copyOf(parts);
  }

  /** A slot that stays empty: a bias the model does not have. */
  static WeightSlot empty() {
    return new WeightSlot(List.of(), 0);
  }

  static WeightSlot vector(String name, int size) {
    return new WeightSlot(List.of(Part.whole(name, size)), 0);
  }

  static WeightSlot matrix(String name, int rows, int columns) {
    return new WeightSlot(List.of(Part.whole(name, rows)), columns);
  }

  int rows() {
    return parts.stream().mapToInt(Part::rows).sum();
  }

  /** The shape a part's tensor must have in the file. */
  List<Long> storedShape(Part part) {
    return columns == 0
        ? List.of((long) part.storedRows())
        : List.of((long) part.storedRows(), (long) columns);
  }

  /** The decoder's slots, in the order its source names them. */
  static List<WeightSlot> ofDecoder(DecoderConfig config) {
    var slots = new ArrayList<WeightSlot>();
    slots.add(matrix("model.embed_tokens.weight", config.vocabulary(), config.hidden()));
    slots.add(vector("model.norm.weight", config.hidden()));
    for (int layer = 0; layer < config.layers(); layer++) {
      slots.addAll(ofLayer(config, "model.layers." + layer + "."));
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      slots.addAll(extras(config, "model.layers." + layer + "."));
    }
    return slots;
  }

  /** What stands behind all layers for one of them; nothing if the model has no such part. */
  private static List<WeightSlot> extras(DecoderConfig config, String at) {
    boolean norms = config.has(HEAD_NORMS);
    boolean output = config.has(OUTPUT_BIAS);
    boolean mlp = config.has(MLP_BIASES);
    if (!norms && !output && !mlp) {
      return List.of();
    }
    int hidden = config.hidden();
    return List.of(
        norms ? vector(at + "self_attn.q_norm.weight", config.headDim()) : empty(),
        norms ? vector(at + "self_attn.k_norm.weight", config.headDim()) : empty(),
        output ? vector(at + "self_attn.o_proj.bias", hidden) : empty(),
        mlp ? new WeightSlot(gateUp(config, at, "bias"), 0) : empty(),
        mlp ? vector(at + "mlp.down_proj.bias", hidden) : empty());
  }

  private static List<WeightSlot> ofLayer(DecoderConfig config, String at) {
    int hidden = config.hidden();
    return List.of(
        vector(at + "input_layernorm.weight", hidden),
        new WeightSlot(attention(config, at, "weight"), hidden),
        config.has(ATTENTION_BIASES) ? new WeightSlot(attention(config, at, "bias"), 0) : empty(),
        matrix(at + "self_attn.o_proj.weight", hidden, config.heads() * config.headDim()),
        vector(at + "post_attention_layernorm.weight", hidden),
        new WeightSlot(gateUp(config, at, "weight"), hidden),
        matrix(at + "mlp.down_proj.weight", hidden, config.intermediate()));
  }

  private static List<Part> gateUp(DecoderConfig config, String at, String kind) {
    return Stream.of("gate", "up")
        .map(n -> Part.whole(at + "mlp." + n + "_proj." + kind, config.intermediate()))
        .toList();
  }

  private static List<Part> attention(DecoderConfig config, String at, String kind) {
    int keys = config.kvHeads() * config.headDim();
    return List.of(
        Part.whole(at + "self_attn.q_proj." + kind, config.heads() * config.headDim()),
        Part.whole(at + "self_attn.k_proj." + kind, keys),
        Part.whole(at + "self_attn.v_proj." + kind, keys));
  }
}
