package org.prmlab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.model.DecoderConfig.OutputEmbedding;
import org.prmlab.model.WeightSlot.Part;

/**
 * What stands on top of a decoder: linear layers with ReLU between them, named as the checkpoint
 * names them. All of its tensors must be there; none is ever made up.
 */
public final class Head {
  private static final String OUTPUT_EMBEDDING = "lm_head.weight";

  private final List<Layer> layers;
  private final List<Integer> tokens;

  private Head(List<Layer> layers, List<Integer> tokens) {
    this.layers = List.copyOf(layers);
    this.tokens = List.copyOf(tokens);
  }

  /**
   * A linear layer of a head.
   *
   * @param name of its tensors, without {@code .weight} and {@code .bias}
   * @param outputs how many; 0 for the decoder's width
   */
  public record Layer(String name, int outputs, Bias bias) {}

  /** Whether a linear layer adds a vector. */
  public enum Bias {
    PRESENT,
    ABSENT
  }

  /** Linear layers, ReLU between them. */
  public static Head of(Layer... layers) {
    return new Head(List.of(layers), List.of());
  }

  /** The language model's own head, read at these tokens only: one logit each, in this order. */
  public static Head ofTokens(int... ids) {
    return new Head(List.of(), IntStream.of(ids).boxed().toList());
  }

  /** The language model's own head: one logit a token of the vocabulary. */
  public static Head ofVocabulary() {
    return new Head(List.of(), List.of());
  }

  List<WeightSlot> slots(DecoderConfig config) {
    if (layers.isEmpty()) {
      return List.of(outputEmbedding(config), WeightSlot.empty());
    }
    var slots = new ArrayList<WeightSlot>();
    int inputs = config.hidden();
    for (Layer layer : layers) {
      int outputs = layer.outputs() == 0 ? config.hidden() : layer.outputs();
      slots.add(WeightSlot.matrix(layer.name() + ".weight", outputs, inputs));
      slots.add(
          layer.bias() == Bias.PRESENT
              ? WeightSlot.vector(layer.name() + ".bias", outputs)
              : WeightSlot.empty());
      inputs = outputs;
    }
    return slots;
  }

  /**
   * The same, if all of them can be trained.
   *
   * @throws IllegalArgumentException if this head reads only some rows of the output embedding
   */
  List<WeightSlot> trainableSlots(DecoderConfig config) {
    if (!tokens.isEmpty()) {
      throw new IllegalArgumentException(
          "a head of label tokens is part of the output embedding; train the whole language model,"
              + " or a head of linear layers");
    }
    return slots(config);
  }

  /** Whether it is the input embedding itself. */
  boolean isEmbedding(DecoderConfig config) {
    return layers.isEmpty() && config.output() == OutputEmbedding.TIED;
  }

  private WeightSlot outputEmbedding(DecoderConfig config) {
    String name =
        config.output() == OutputEmbedding.TIED ? "model.embed_tokens.weight" : OUTPUT_EMBEDDING;
    int vocabulary = config.vocabulary();
    List<Part> rows =
        tokens.isEmpty()
            ? List.of(Part.whole(name, vocabulary))
            : tokens.stream().map(id -> new Part(name, 1, id, vocabulary)).toList();
    return new WeightSlot(rows, config.hidden());
  }

  /** Tensors a checkpoint may carry although this head does not read them. */
  static boolean mayBeIgnored(String name) {
    return name.equals(OUTPUT_EMBEDDING) || name.endsWith(".rotary_emb.inv_freq");
  }
}
