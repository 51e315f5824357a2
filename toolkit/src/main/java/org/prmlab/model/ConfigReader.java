package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.prmlab.model.DecoderConfig.LayerPart;
import org.prmlab.model.DecoderConfig.OutputEmbedding;
import org.prmlab.model.folder.CheckpointJson;

/**
 * Reads {@code config.json}, as transformers does where a field is missing. What this decoder
 * cannot do is an error, never ignored.
 */
final class ConfigReader {
  private static final Set<String> MODEL_TYPES = Set.of("qwen2", "qwen3", "llama", "mistral");
  private static final int WIDEST = 1 << 17;
  private static final int LONGEST = 1 << 28; // tokens
  private static final int QWEN3_HEAD = 128; // numbers a head, if config.json does not say

  private final ConfigFields config;
  private final String modelType;

  private ConfigReader(ConfigFields config) {
    this.config = config;
    this.modelType = config.text("model_type", "");
  }

  static DecoderConfig read(Path file) {
    return new ConfigReader(new ConfigFields(file, CheckpointJson.read(file))).config();
  }

  private DecoderConfig config() {
    if (!MODEL_TYPES.contains(modelType)) {
      throw config.error(
          "model_type '%s'; supported are qwen2, qwen3, llama and mistral", modelType);
    }
    checkSupported();
    int hidden = config.whole("hidden_size", WIDEST);
    int layers = config.whole("num_hidden_layers", 1000);
    int heads = config.whole("num_attention_heads", 1024);
    int headDim = even(headDim(hidden, heads));
    int positions =
        config.has("max_position_embeddings")
            ? config.whole("max_position_embeddings", LONGEST)
            : LONGEST;
    var rope = new RotaryReader(config, headDim, positions);
    RotaryEmbedding rotary = rope.read();
    return new DecoderConfig(
        config.json().path("architectures").path(0).asText(""),
        modelType,
        hidden,
        layers,
        heads,
        kvHeads(heads),
        headDim,
        config.whole("intermediate_size", 1 << 20),
        config.whole("vocab_size", 1 << 22),
        rope.longest(rotary),
        window(layers),
        config.real("rms_norm_eps", 1e-6, 1),
        config.isTrue("tie_word_embeddings") ? OutputEmbedding.TIED : OutputEmbedding.OWN,
        rotary,
        parts());
  }

  private void checkSupported() {
    if (config.has("quantization_config")) {
      String method = config.inside("quantization_config").text("quant_method", "of some kind");
      throw config.error(
          "its weights are quantised (%s); use a checkpoint in fp32, fp16 or bf16", method);
    }
    if (!config.text("hidden_act", "silu").equals("silu")) {
      throw config.error("hidden_act '%s'; supported is silu", config.text("hidden_act", "silu"));
    }
    if (config.isTrue("attention_bias") && !Set.of("llama", "qwen3").contains(modelType)) {
      throw config.error("attention_bias is true; supported for %s is false", modelType);
    }
    if (config.isTrue("mlp_bias") && !modelType.equals("llama")) {
      throw config.error("mlp_bias is true; supported for %s is false", modelType);
    }
  }

  private Set<LayerPart> parts() {
    Set<LayerPart> parts = EnumSet.noneOf(LayerPart.class);
    if (modelType.equals("qwen2") || config.isTrue("attention_bias")) {
      parts.add(LayerPart.ATTENTION_BIASES);
    }
    if (config.isTrue("attention_bias")) {
      parts.add(LayerPart.OUTPUT_BIAS);
    }
    if (config.isTrue("mlp_bias")) {
      parts.add(LayerPart.MLP_BIASES);
    }
    if (modelType.equals("qwen3")) {
      parts.add(LayerPart.HEAD_NORMS);
    }
    return parts;
  }

  /** Mistral's layers all slide if any does; Qwen's do as {@code layer_types} says. */
  private SlidingWindow window(int layers) {
    if (modelType.equals("mistral") && config.has("sliding_window")) {
      return SlidingWindow.everywhere(layers, config.whole("sliding_window", LONGEST));
    }
    if (!modelType.startsWith("qwen")) {
      return SlidingWindow.none(layers);
    }
    List<Boolean> slides = slides(layers);
    if (!slides.contains(true)) {
      return SlidingWindow.none(layers);
    }
    if (!config.isTrue("use_sliding_window")) {
      throw config.error(
          "layer_types name sliding_attention, but use_sliding_window is not true; set it, or"
              + " remove them");
    }
    return new SlidingWindow(config.whole("sliding_window", LONGEST), slides);
  }

  /** Of each Qwen layer, whether it sees a window only. */
  private List<Boolean> slides(int layers) {
    List<Boolean> slides = new ArrayList<>();
    if (!config.has("layer_types")) {
      boolean used = config.isTrue("use_sliding_window") && config.has("sliding_window");
      int first = used ? config.whole("max_window_layers", 0, 1000) : layers;
      for (int i = 0; i < layers; i++) {
        slides.add(i >= first);
      }
      return slides;
    }
    for (JsonNode type : config.json().path("layer_types")) {
      switch (type.asText()) {
        case "full_attention" -> slides.add(false);
        case "sliding_attention" -> slides.add(true);
        default ->
            throw config.error(
                "layer type '%s'; supported are full_attention and sliding_attention",
                type.asText());
      }
    }
    if (slides.size() != layers) {
      throw config.error("%d layer_types for %d layers; expected one each", slides.size(), layers);
    }
    return slides;
  }

  private int headDim(int hidden, int heads) {
    if (config.has("head_dim")) {
      return config.whole("head_dim", 1024);
    }
    if (modelType.equals("qwen3")) {
      return QWEN3_HEAD;
    }
    if (hidden % heads != 0) {
      throw config.error("hidden_size %d is no multiple of num_attention_heads %d", hidden, heads);
    }
    return hidden / heads;
  }

  private int kvHeads(int heads) {
    int kvHeads =
        config.has("num_key_value_heads") ? config.whole("num_key_value_heads", heads) : heads;
    if (heads % kvHeads != 0) {
      throw config.error(
          "num_attention_heads %d is no multiple of num_key_value_heads %d", heads, kvHeads);
    }
    return kvHeads;
  }

  private int even(int headDim) {
    if (headDim % 2 != 0) {
      throw config.error("head dimension %d is odd; rotary embeddings turn pairs", headDim);
    }
    return headDim;
  }
}
